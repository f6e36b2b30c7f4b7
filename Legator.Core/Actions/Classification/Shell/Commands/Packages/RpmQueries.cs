using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Shell.Commands.Packages;

/// <summary>What rpm is asked. Its macros run programs, so only known options of queries are reads.</summary>
internal static class RpmQueries
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    private const string Letters = "qailcdfpsvVKRLgA";

    private static readonly FrozenSet<string> Long = """
        --query --all --info --list --file --path --package --queryformat --qf --whatprovides --whatrequires --whatconflicts --whatobsoletes --whatrecommends --whatsuggests --whatsupplements --whatenhances
        --provides --requires --conflicts --obsoletes --recommends --suggests --supplements --enhances --scripts --triggers --filetriggers --triggerscripts --changelog --changes --last --dump --docfiles --configfiles --licensefiles --artifactfiles
        --state --group --verify --checksig --version --showrc --querytags --verbose --quiet --nodigest --nosignature --nodeps --nofiles --noscripts --nomd5 --nosize --nouser --nogroup --nofiledigest --nolinkto --nomtime --nomode --nordev --nocaps --noconfig --noghost --noartifact
        --fileid --hdrid --pkgid --tid --triggeredby --xml --filesbypkg --filecaps --fileclass --filecolor --fileprovide --filerequire --filestate --help
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Judges a call of rpm itself.</summary>
    public static void Judge(CommandCall call)
    {
        if (call.Words is [{ Literal: "-E" or "--eval" }, { Literal: ['%', ..] macro }] && macro.AsSpan(1).Trim("{}?").IndexOfAnyExcept(Plain) < 0)
        {
            call.Add("read", RiskTier.Read, null);
            return;
        }

        foreach (var word in call.Words)
        {
            var text = word.Prefix;
            if (text is ['-', 'q' or 'V' or 'K', ..] or "--query" or "--verify" or "--checksig" or "--version" or "--showrc" or "--querytags" or "--eval" or "-E")
            {
                Judge(call, text);
                return;
            }

            if (text is not ("-v" or "--quiet" or "-a" or "--all" or "--nodeps" or "--nosignature"))
            {
                break;
            }
        }

        call.Add("write", RiskTier.DestructiveMutation, "packages change");
    }

    /// <summary>Judges a query.</summary>
    /// <param name="call">The call.</param>
    /// <param name="first">The option that makes it a query.</param>
    public static void Judge(CommandCall call, string first)
    {
        var format = false;
        foreach (var word in call.Words)
        {
            var text = word.Prefix;
            if (RunsMacros(text) || (!format && !Known(text, first)))
            {
                call.Unknown("it runs something or changes packages");
                return;
            }

            format = text is "--qf" or "--queryformat";
        }

        if (first is ['-', 'V', ..] or "--verify" && call.Words.Any(w => w.Prefix == "--package" || (w.Prefix is ['-', not '-', ..] && w.Prefix.Contains('p', StringComparison.Ordinal))))
        {
            call.Unknown("a package says what is run to verify it");
        }
    }

    private static bool Known(string text, string first)
    {
        if (text is not ['-', _, ..])
        {
            return true;
        }

        if (text[1] == '-')
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            return text == "--" || Long.Contains(equals < 0 ? text : text[..equals]);
        }

        return text.AsSpan(1).IndexOfAnyExcept(Letters) < 0 && (first is ['-', 'q', ..] or "--query" || !text.Contains('i', StringComparison.Ordinal));
    }

    private static bool RunsMacros(string text) =>
        text.Contains("%(", StringComparison.Ordinal) || text.Contains("%{lua:", StringComparison.Ordinal) || text.Contains("%{load:", StringComparison.Ordinal) || text.Contains("%{uncompress:", StringComparison.Ordinal) || text.Contains("%{expand:", StringComparison.Ordinal);
}
