using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>Takes words apart.</summary>
internal static class WordSlice
{
    /// <summary>True when a piece is what pgrep or pidof print, or a date in numbers: never a path or an option.</summary>
    public static bool OnlyNumbers(WordPart part) => Processes(part) || Date(part.Text);

    private static bool Date(string text)
    {
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        if (plus < 0 || !text.StartsWith("$(date ", StringComparison.Ordinal) || !text.EndsWith(')') || text.AsSpan(2, text.Length - 3).ContainsAny(";|&<>$`(){}\n"))
        {
            return false;
        }

        var rest = text.AsSpan(plus + 1, text.Length - plus - 2);
        var blank = rest.IndexOf(' ');
        var format = blank < 0 ? rest : rest[..blank];
        return format is ['%', not '-', ..] && !format.ContainsAnyExcept("%dmYyHMSsFj-_");
    }

    private static bool Processes(WordPart part) =>
        (part.Text.StartsWith("$(pgrep ", StringComparison.Ordinal) || part.Text.StartsWith("$(pidof ", StringComparison.Ordinal))
        && !part.Text.AsSpan(2, part.Text.Length - 3).ContainsAny(";|&<>$`(){}\n")
        && !part.Text.Contains(" -a", StringComparison.Ordinal) && !part.Text.Contains(" -l", StringComparison.Ordinal) && !part.Text.Contains(" -d", StringComparison.Ordinal) && !part.Text.Contains(" -f", StringComparison.Ordinal) && !part.Text.Contains(" --", StringComparison.Ordinal);

    /// <summary>The word without its first characters, which are all literal.</summary>
    public static ShellWord After(ShellWord word, int characters)
    {
        if (word.Literal is { } literal)
        {
            return ShellWord.Of(literal[characters..]);
        }

        var parts = new List<WordPart>(word.Parts.Count);
        foreach (var part in word.Parts)
        {
            if (characters == 0)
            {
                parts.Add(part);
            }
            else if (part.Text.Length > characters)
            {
                parts.Add(part with { Text = part.Text[characters..] });
                characters = 0;
            }
            else
            {
                characters -= part.Text.Length;
            }
        }

        return new ShellWord(parts);
    }
}
