using System.Collections.Frozen;
using System.Globalization;

namespace Legator.LocalCluster.Protobuf;

/// <summary>
/// The types of the built-in kinds, from the table <c>messages.txt</c>: one message a line, each field with its protobuf number, JSON name and type.
/// Types: s string, b bool, i integer, y bytes, d and f numbers, * list, { map, ~ inlined; the rest are messages or known by name.
/// </summary>
internal static class MessageTypes
{
    private static readonly Lazy<FrozenDictionary<string, MessageType>> _all = new(Load);

    public static MessageType? Find(string name) => _all.Value.GetValueOrDefault(name);

    /// <summary>The type of a kind; null for those that the table leaves out.</summary>
    public static MessageType? Of(string group, string version, string kind)
    {
        int dot = group.IndexOf('.', StringComparison.Ordinal);
        string package = group.Length == 0 ? "core" : dot < 0 ? group : group[..dot];
        return Find($"{package}.{version}.{kind}");
    }

    private static FrozenDictionary<string, MessageType> Load()
    {
        using Stream table = typeof(MessageTypes).Assembly.GetManifestResourceStream("builtin-types.txt")!;
        using StreamReader reader = new(table);
        Dictionary<string, MessageType> types = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string name = string.Intern(line[..colon]);
            types[name] = new MessageType(name, [.. line[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Field)]);
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static MessageField Field(string text)
    {
        string[] parts = text.Split(' ');
        string type = parts[2];
        FieldForm form = type[0] switch { '*' => FieldForm.List, '{' => FieldForm.Map, '~' => FieldForm.Inline, _ => FieldForm.Single };
        return new MessageField(
            int.Parse(parts[0], CultureInfo.InvariantCulture), string.Intern(parts[1]), form, string.Intern(form == FieldForm.Single ? type : type[1..]));
    }
}
