using System.Buffers;
using System.Text.Json;

namespace Legator.Core.Actions;

/// <summary>The text of a call whose tool takes a line of some language: a command for a shell, a statement, the words of a cloud's command line. Patterns that people write are held against it too, and it can only refuse.</summary>
public static class CallText
{
    // What is white space beside the blank.
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c != ' ' && char.IsWhiteSpace(c))]);

    /// <summary>The line, with single blanks; null for a call that has none.</summary>
    /// <param name="tool">Tool name.</param>
    /// <param name="arguments">Arguments as the model wrote them.</param>
    public static string? Of(string tool, JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return tool switch
        {
            "ssh.exec" or "kubectl" => Joined(Text(arguments, "command"u8)),
            "sql.query" => Joined(Text(arguments, "query"u8)),
            "aws.cli" => Joined(Text(arguments, "service"u8), Text(arguments, "command"u8), Text(arguments, "args"u8)),
            "az.cli" => Joined(Text(arguments, "group"u8), Text(arguments, "command"u8), Text(arguments, "args"u8)),
            _ => null,
        };
    }

    private static string? Joined(params ReadOnlySpan<string?> words)
    {
        var line = words.Length == 1 ? words[0] : string.Join(' ', words);
        return line is null ? null : Squeeze(line);
    }

    private static string? Text(JsonElement arguments, ReadOnlySpan<byte> name)
    {
        try
        {
            return arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text; the classifier refuses it.
            return null;
        }
    }

    private static string Squeeze(string text)
    {
        var plain = text is not ([' ', ..] or [.., ' ']) && !text.AsSpan().ContainsAny(OtherSpaces) && !text.Contains("  ", StringComparison.Ordinal);
        return plain ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
