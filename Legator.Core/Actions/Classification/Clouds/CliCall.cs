using System.Text.Json;

namespace Legator.Core.Actions.Classification.Clouds;

/// <summary>Reads the arguments of <c>aws.cli</c> and <c>az.cli</c>: the parts of a command line, in whatever arguments the model wrote them. All words count in their order, so a verb that hides in the wrong argument is found.</summary>
public static class CliCall
{
    private const int MaxWords = 2000;

    /// <summary>Reads the words of a call.</summary>
    /// <param name="program">The program, which may stand first.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="words">The words after the program.</param>
    /// <param name="parts">Names of the arguments that hold words, in order.</param>
    /// <returns>What is wrong with the call; null when nothing is.</returns>
    public static string? Read(string program, JsonElement arguments, List<string> words, params ReadOnlySpan<string> parts)
    {
        if (ArgumentReader.Read(arguments, out var members) is { } problem)
        {
            return problem;
        }

        foreach (var name in members.Keys)
        {
            if (!parts.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return $"There is no argument '{name}': a command stands in {string.Join(", ", parts.ToArray())}.";
            }
        }

        if (IsDisplaced(members, parts))
        {
            return $"The command does not stand where it belongs: {string.Join(", ", parts.ToArray())}.";
        }

        foreach (var part in parts)
        {
            if (members.TryGetValue(part, out var value) && Add(value, words) is { } wrong)
            {
                return wrong;
            }
        }

        if (words.Count > 0 && words[0] == program)
        {
            words.RemoveAt(0);
        }

        return words.Count is 0 or > MaxWords ? "Say which command it is." : null;
    }

    // Each part begins with what it is for, and none is left out before another: a verb has no business in the arguments.
    private static bool IsDisplaced(IReadOnlyDictionary<string, JsonElement> members, ReadOnlySpan<string> parts)
    {
        var (first, second, rest) = (IsThere(members, parts[0]), IsThere(members, parts[1]), IsThere(members, parts[2]));
        return (first && IsOption(members[parts[0]])) || (second && IsOption(members[parts[1]]))
            || (rest && !first) || (rest && !second && !IsOption(members[parts[2]]));
    }

    private static bool IsThere(IReadOnlyDictionary<string, JsonElement> members, string part) =>
        members.TryGetValue(part, out var value) && (value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() > 0 : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()));

    private static bool IsOption(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.TrimStart().StartsWith('-'),
        JsonValueKind.Array => value.GetArrayLength() > 0 && IsOption(value[0]),
        _ => false,
    };

    private static string? Add(JsonElement value, List<string> words)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return CliWords.Split(value.GetString()!, words);
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                    {
                        return "Each argument must be a text.";
                    }

                    words.Add(item.ToString());
                }

                return null;
            default:
                return "The arguments of a command are a text or a list of texts.";
        }
    }
}
