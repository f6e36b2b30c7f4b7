using System.Text.Json;

namespace Legator.Core.Actions.Classification;

/// <summary>Reads arguments that a model wrote: an object in which each name stands once, whatever its case.</summary>
internal static class ArgumentReader
{
    private const int MaxArguments = 64;

    /// <summary>Reads the members of an object.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="members">The members by name, without regard to case.</param>
    /// <returns>What is wrong with the arguments; null when nothing is.</returns>
    public static string? Read(JsonElement arguments, out IReadOnlyDictionary<string, JsonElement> members)
    {
        var read = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        members = read;
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return "The arguments must be an object.";
        }

        foreach (var member in arguments.EnumerateObject())
        {
            if (read.Count == MaxArguments || !read.TryAdd(member.Name, member.Value))
            {
                return "An argument is there twice, or there are too many.";
            }
        }

        return null;
    }

    /// <summary>The text of a member; null when it is missing, empty, or no text.</summary>
    public static string? Text(this IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The text of the one member that goes by any of these names; null when there is none or they differ.</summary>
    public static string? TextOf(this IReadOnlyDictionary<string, JsonElement> members, params ReadOnlySpan<string> names)
    {
        string? found = null;
        foreach (var name in names)
        {
            if (!members.ContainsKey(name))
            {
                continue;
            }

            var text = members.Text(name);
            if (text is null || (found is not null && found != text))
            {
                return null;
            }

            found = text;
        }

        return found;
    }
}
