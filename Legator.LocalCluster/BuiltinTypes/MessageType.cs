using System.Collections.Frozen;

namespace Legator.LocalCluster.BuiltinTypes;

/// <summary>One built-in type with its fields, by number and by JSON name (inlined ones included).</summary>
internal sealed class MessageType(string name, IReadOnlyList<MessageField> fields)
{
    private FrozenDictionary<string, MessageField>? _byName;

    public string Name => name;

    /// <summary>The name without its package: "ConfigMap".</summary>
    public string ShortName => name[(name.LastIndexOf('.') + 1)..];

    public IReadOnlyList<MessageField> Fields => fields;

    public MessageField? ByNumber(int number)
    {
        foreach (MessageField field in fields)
        {
            if (field.Number == number)
            {
                return field;
            }
        }

        return null;
    }

    public MessageField? ByName(string field) => (_byName ??= All().ToFrozenDictionary(f => f.Name)).GetValueOrDefault(field);

    private IEnumerable<MessageField> All() => fields.SelectMany(
        f => f.Form == FieldForm.Inline && MessageTypes.Find(f.Type) is { } inner ? inner.All() : [f]);
}
