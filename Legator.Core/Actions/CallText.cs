using System.Text.Json;

namespace Legator.Core.Actions;

/// <summary>The text of a call whose tool takes a line of some language: a command for a shell, a statement, the words of a cloud's command line. Patterns that people write are held against it too, and it can only refuse.</summary>
public static class CallText
{
    private static readonly string[][] Words = [["query"], ["statement"], ["service", "command", "args"], ["group", "command", "args"], ["command"]];

    /// <summary>The line, with single blanks; null for a call that has none.</summary>
    /// <param name="arguments">Arguments as the model wrote them.</param>
    public static string? Of(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var names in Words)
        {
            if (Text(arguments, names[0]) is { } first && (names.Length == 1 || Text(arguments, names[1]) is not null))
            {
                return Squeeze(names.Length == 1 ? first : string.Join(' ', names.Select(n => Text(arguments, n)).Where(t => t is not null)));
            }
        }

        return null;
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
