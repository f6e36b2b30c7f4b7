using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Wrappers;

/// <summary>Calls of xargs: the command gets words from standard input.</summary>
internal static class XargsCalls
{
    /// <summary>Judges a call.</summary>
    public static void Judge(CommandCall call)
    {
        var given = call.Given;
        if (given.Operands.Count == 0)
        {
            return;
        }

        var place = given.Value("-I", "--replace", "-i") is { Literal: { } sign } ? sign : given.Has("-I", "-i", "--replace") ? "{}" : null;
        var words = place is null ? [.. given.Operands, .. Input(call)] : given.Operands.Select(w => Fill(w, place, Names(call))).ToList();
        call.Run(words);
    }

    private static List<ShellWord> Input(CommandCall call)
    {
        var known = call.Scope.HasInput && !call.Given.Has("-a", "--arg-file") && !call.Given.Has("-d", "--delimiter");
        if (!known || call.Scope.InputText is not { } text || text.AsSpan().ContainsAny("'\"\\\0"))
        {
            return [new ShellWord([new WordPart(WordPartKind.UnknownSplit, Names(call) ?? "<input>")])];
        }

        return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(1000).Select(ShellWord.Of)];
    }

    // Lines that are names of something are those names, whatever xargs breaks them at.
    private static string? Names(CommandCall call) =>
        call.Given.Has("-a", "--arg-file", "-d", "--delimiter", "-E", "-e", "--eof") ? null : call.Scope.InputNames;

    private static ShellWord Fill(ShellWord word, string place, string? names)
    {
        if (names is not null && word.Literal == place)
        {
            return new ShellWord([new WordPart(WordPartKind.Unknown, names)]);
        }

        if (place.Length == 0 || !word.Parts.Any(p => p.Text.Contains(place, StringComparison.Ordinal)))
        {
            return word;
        }

        var parts = new List<WordPart>();
        foreach (var part in word.Parts)
        {
            var pieces = part.Kind == WordPartKind.Literal ? part.Text.Split(place) : [];
            if (pieces.Length < 2)
            {
                parts.Add(part);
                continue;
            }

            for (var i = 0; i < pieces.Length; i++)
            {
                parts.Add(new WordPart(WordPartKind.Literal, pieces[i]));
                if (i < pieces.Length - 1)
                {
                    parts.Add(new WordPart(WordPartKind.Unknown, "<input>"));
                }
            }
        }

        return new ShellWord([.. parts.Where(p => p.Text.Length > 0)]);
    }
}
