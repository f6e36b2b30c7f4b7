namespace Legator.Core.Actions.Classification.Clouds;

/// <summary>What stands on a command line besides the command, and what of it nobody but the environment may say.</summary>
internal static class CliOptions
{
    /// <summary>The name of an option without its value; empty for a word that is none.</summary>
    public static ReadOnlySpan<char> NameOf(string word)
    {
        if (!word.StartsWith('-') || word.Length < 2 || char.IsAsciiDigit(word[1]))
        {
            return default;
        }

        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? word : word.AsSpan(0, equals);
    }

    /// <summary>True when the word is the option or a beginning of it, one letter at least, that the program could take for it. Good for refusals only.</summary>
    /// <param name="name">Name as it was written.</param>
    /// <param name="option">The option, e.g. <c>--profile</c>.</param>
    public static bool Is(ReadOnlySpan<char> name, string option) =>
        name.Length >= 3 && name.StartsWith("--") && option.AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for any of the options.</summary>
    public static bool IsAny(ReadOnlySpan<char> name, ReadOnlySpan<string> options)
    {
        foreach (var option in options)
        {
            if (Is(name, option))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for any of the options, when what follows from it is no refusal: a beginning of one letter could be another option.</summary>
    public static bool IsSurelyAny(ReadOnlySpan<char> name, params ReadOnlySpan<string> options) => name.Length > 3 && IsAny(name, options);

    /// <summary>True for a value that the program takes from a file or an address instead of the line.</summary>
    /// <param name="word">A word of the line.</param>
    /// <param name="option">The option that it belongs to; an address is an ordinary value of one that asks for it.</param>
    public static bool IsFetched(string word, string option)
    {
        var equals = word.StartsWith('-') ? word.IndexOf('=', StringComparison.Ordinal) : -1;
        var value = word.AsSpan(equals + 1).TrimStart();
        return value.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("fileb:", StringComparison.OrdinalIgnoreCase)
            || ((value.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) && !option.Contains("url", StringComparison.OrdinalIgnoreCase));
    }
}
