using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Commands that look for patterns in text, and pagers.</summary>
internal static class PatternCommands
{
    private const string Grep = """
        -EFGPivwxcLloqsbHhnTUVzZaIrRyuAp -0123456789 -e:f<m:A:B:C:d:D: --regexp= --file< --color? --colour? --include= --exclude= --exclude-dir= --exclude-from< --max-count=
        --after-context= --before-context= --context= --label= --binary-files= --devices= --directories= --recursive --dereference-recursive --files-with-matches --files-without-match --count --quiet --silent --only-matching
        --line-number --no-filename --with-filename --ignore-case --no-ignore-case --invert-match --word-regexp --line-regexp --extended-regexp --fixed-strings --perl-regexp --basic-regexp --null --null-data --text --no-messages --byte-offset --line-buffered --initial-tab --group-separator= --no-group-separator
        """;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("grep egrep fgrep rgrep zgrep zegrep zfgrep bzgrep xzgrep lzgrep zstdgrep", ArgumentRole.Text, Grep) with { Judge = Search },
        CommandModel.Reads("rg", "-0123456789 -iSsnNlcvwxoFHIUPzaqhLupVe:f<g:t:T:m:A:B:C:j:E:M:r:d: --glob= --iglob= --type= --type-not= --type-list --files --hidden -. --no-ignore --ignore-case --smart-case --count --count-matches --files-with-matches --files-without-match --line-number --no-line-number --max-count= --max-depth= --context= --after-context= --before-context= --color= --colors= --no-heading --heading --json --sort= --sortr= --stats --only-matching --fixed-strings --word-regexp --invert-match --regexp= --file< --replace= --text --search-zip --pcre2 --multiline --no-messages --trim --null --with-filename --no-filename --max-filesize= --threads= --encoding= --follow --version --max-columns= --passthru --vimgrep --no-ignore-vcs --unrestricted --one-file-system --column --block-buffered --line-buffered --quiet", ArgumentRole.Text)
            with { Changes = [TextCommands.Runs("--pre= --hostname-bin=")], Judge = Search },
        CommandModel.Reads("ag ack", "-0123456789 -iSsnlcvwQLHhuazrRA:B:C:G:m: --nocolor --nogroup --hidden --ignore= --count --column --context= --after= --before= --depth= --literal --silent --stats --vimgrep", ArgumentRole.Text) with { Judge = Search },
        CommandModel.Reads("more most zmore bzmore xzmore pg", "-0123456789 -bcCdefilMnNprsuvVwzh --silent --logical --no-pause --print-over --clean-print --exit-on-eof --squeeze --plain --lines= --version --help", ArgumentRole.Text) with { Judge = Page },
        CommandModel.Reads("less zless xzless bzless lzless", "-0123456789 -aABcCdefFgGiIJKLmMnNpqQrRsSuUVwWXEh:j:x:y:z:p:b:P:D:#: --no-init --quit-if-one-screen --chop-long-lines --RAW-CONTROL-CHARS --raw-control-chars --ignore-case --LINE-NUMBERS --line-numbers --squeeze-blank-lines --silent --quiet --QUIT-AT-EOF --quit-at-eof --IGNORE-CASE --pattern= --tabs= --window= --version --help --follow-name --mouse --use-color --no-histdups", ArgumentRole.Text)
            with { Changes = [TextCommands.Output("-o>O> --log-file> --LOG-FILE>"), TextCommands.Runs("-k!t!T! --lesskey-file= --lesskey-src= --tag= --tag-file= --lesskey-content=")], Judge = Page },
    ];

    /// <summary>The first operand is a filter unless the filter is in a file.</summary>
    public static void FilterFirst(CommandCall call)
    {
        var named = call.Given.Has("-f", "--from-file");
        var operands = call.Given.Operands;
        if (operands.Count > 0 && operands[0].Prefix is { } filter && (Imports(filter, "import") || Imports(filter, "include")))
        {
            call.Block("The filter reads other files, and nobody checks which.", null, RiskTier.DestructiveMutation);
        }

        if (call.Given.Split is { HasUnknown: true } split)
        {
            call.Use(ArgumentRole.Read, new ShellWord([new WordPart(WordPartKind.Unknown, split.ToString())]));
        }

        for (var i = named ? 0 : 1; i < operands.Count; i++)
        {
            call.Use(ArgumentRole.Read, operands[i]);
        }
    }

    // "import" and "include" name a file in quotes.
    private static bool Imports(string filter, string keyword)
    {
        for (var at = filter.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = filter.IndexOf(keyword, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || char.IsWhiteSpace(filter[at - 1]) || filter[at - 1] == ';') && filter.AsSpan(at + keyword.Length).TrimStart() is ['"' or '#', ..])
            {
                return true;
            }
        }

        return false;
    }

    // Where ag expects a number and finds none, it takes the word for something else.
    private static void Counted(CommandCall call)
    {
        if (call.Name is "ag" or "ack" && call.Given.Options.Exists(o => o.Shape.Name is "-A" or "-B" or "-C" or "--after" or "--before" or "--context" && o.Value is { } value && !int.TryParse(value.Literal, out _)))
        {
            call.Unknown("an option lacks its number");
        }
    }

    private static void Search(CommandCall call)
    {
        Counted(call);
        var given = call.Given;
        var first = given.Has("-e", "-f", "--regexp", "--file", "--files") ? 0 : 1;
        var role = Role(call, given);
        for (var i = first; i < given.Operands.Count; i++)
        {
            call.Use(role, given.Operands[i]);
        }

        if (given.Split is { } split)
        {
            call.Use(role, split.HasUnknown ? new ShellWord([new WordPart(WordPartKind.Unknown, split.ToString())]) : split);
        }

        if (role == ArgumentRole.ReadTree && given.Operands.Count <= first && !call.Scope.HasInput)
        {
            call.Use(role, ShellWord.Of("."));
        }
    }

    private static ArgumentRole Role(CommandCall call, GivenArguments given)
    {
        if (given.Has("-l", "-L", "-c", "-q", "--files-with-matches", "--files-without-match", "--count", "--quiet", "--silent", "--files"))
        {
            return ArgumentRole.Glance;
        }

        var tree = call.Name is "rg" or "ag" or "ack" or "rgrep" || given.Has("-r", "-R", "--recursive", "--dereference-recursive")
            || given.Value("-d", "--directories")?.Literal == "recurse";
        return tree && !IsNarrowed(given) ? ArgumentRole.ReadTree : ArgumentRole.Read;
    }

    // Without quotes the shell would look for a file of that name, and leaves the pattern where there is none.
    private static string? Pattern(ShellWord? word) =>
        word is not null && word.Parts.All(p => p.Kind is WordPartKind.Literal or WordPartKind.Glob) ? string.Concat(word.Parts.Select(p => p.Text)) : null;

    // True when only files of some names are read, and none of them is called as secrets are.
    private static bool IsNarrowed(GivenArguments given)
    {
        var narrowed = given.Has("-t", "--type");
        foreach (var option in given.Options.Where(o => o.Shape.Name is "--include" or "-g" or "--glob" or "--iglob"))
        {
            if (Pattern(option.Value) is not { } glob || SecretNames.MayFit(glob))
            {
                return false;
            }

            narrowed |= !glob.StartsWith('!');
        }

        return narrowed;
    }

    private static void Page(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            if (word.Prefix.StartsWith('+'))
            {
                if (word.Literal is not { } jump || jump.AsSpan().ContainsAny("!|#sSvoO&:"))
                {
                    call.Unknown("a pager runs commands that it is given");
                }
            }
            else
            {
                call.Take(FileRules.Read(call.Scope, word));
            }
        }
    }
}
