using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>Takes words apart.</summary>
internal static class WordSlice
{
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
