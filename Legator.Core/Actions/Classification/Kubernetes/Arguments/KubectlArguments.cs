using System.Text.Json;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>The arguments of a <c>kubectl.*</c> tool by their normalised names, each once.</summary>
internal sealed class KubectlArguments
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    /// <summary>The arguments; null when one is given twice, in whatever spelling.</summary>
    public static KubectlArguments? Read(JsonElement arguments)
    {
        var read = new KubectlArguments();
        foreach (var argument in arguments.EnumerateObject())
        {
            if (argument.Value.ValueKind != JsonValueKind.Null && !read._values.TryAdd(ArgumentNames.Normalize(argument.Name), argument.Value))
            {
                return null;
            }
        }

        return read;
    }

    /// <summary>Names of what nobody has taken yet.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The argument as text, without taking it; null when it is not there or no text.</summary>
    public string? Peek(string name) => _values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Takes the argument out.</summary>
    public bool Take(string name, out JsonElement value) => _values.Remove(name, out value);

    /// <summary>The words of a value: a text, number or switch is one, a list is several; null for anything else.</summary>
    public static List<string>? Words(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Word(value) is { } word ? [word] : null;
        }

        var words = value.EnumerateArray().Select(Word).ToList();
        return words.Contains(null) ? null : [.. words.OfType<string>()];
    }

    private static string? Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
