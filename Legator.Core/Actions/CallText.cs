using System.Text.Json;

namespace Legator.Core.Actions;

/// <summary>The text of a call whose tool takes a line of some language: a command for a shell, a statement, the words of a cloud's command line. Patterns that people write are held against it too, and it can only refuse.</summary>
public static class CallText
{
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
            "ssh.exec" or "kubectl" => Joined(Text(arguments, "command")),
            "sql.query" => Joined(Text(arguments, "query")),
            "aws.cli" => Joined(Text(arguments, "service"), Text(arguments, "command"), Text(arguments, "args")),
            "az.cli" => Joined(Text(arguments, "group"), Text(arguments, "command"), Text(arguments, "args")),
            _ => null,
        };
    }

    private static string? Joined(params ReadOnlySpan<string?> words)
    {
        var line = words.Length == 1 ? words[0] : string.Join(' ', words);
        return line is null ? null : Squeeze(line);
    }

    private static string? Text(JsonElement arguments, string name)
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
        var plain = true;
        for (var i = 0; i < text.Length && plain; i++)
        {
            plain = !char.IsWhiteSpace(text[i]) || (text[i] == ' ' && i > 0 && i < text.Length - 1 && text[i - 1] != ' ');
        }

        return plain ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
