using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>Takes words apart.</summary>
internal static class WordSlice
{
    /// <summary>True when a piece is what pgrep or pidof prints: numbers of processes, never a path or an option.</summary>
    public static bool OnlyNumbers(WordPart part) =>
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
