using System.Text;

namespace Legator.Core.Actions.Classification.Clouds;

/// <summary>Splits the arguments of a cloud's command line into words, with the quotes of a shell but without a shell: what a shell would make more of than words is refused.</summary>
internal static class CliWords
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Adds the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Where to add them.</param>
    /// <returns>What is wrong with the text; null when nothing is.</returns>
    public static string? Split(string text, List<string> words)
    {
        if (text.Length > MaxLength)
        {
            return "The command is longer than anybody reads.";
        }

        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0' ? c == quote : c is '\'' or '"')
            {
                quote = quote == '\0' ? c : '\0';
                word ??= new StringBuilder();
            }
            else if (c == '\\' && quote != '\'' && i + 1 < text.Length)
            {
                (word ??= new StringBuilder()).Append(text[++i]);
            }
            else if (quote == '\0' && c is ' ' or '\t')
            {
                Take(ref word, words);
            }
            else if (IsShell(text, i, quote))
            {
                return "The command holds signs of a shell. Write one command, and quote what belongs together.";
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        Take(ref word, words);
        return quote == '\0' ? null : "A quote is not closed.";
    }

    private static void Take(ref StringBuilder? word, List<string> words)
    {
        if (word is not null)
        {
            words.Add(word.ToString());
            word = null;
        }
    }

    private static bool IsShell(string text, int at, char quote) => text[at] switch
    {
        '\n' or '\r' or '\0' => quote == '\0' || text[at] == '\0',
        ';' or '|' or '&' or '<' or '>' or '`' => quote == '\0',
        '$' => quote != '\'' && at + 1 < text.Length && (text[at + 1] is '(' or '{' || char.IsAsciiLetter(text[at + 1])),
        _ => false,
    };
}
