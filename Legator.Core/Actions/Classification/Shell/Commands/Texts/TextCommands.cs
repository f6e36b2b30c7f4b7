using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Commands that show, count, compare and turn over text.</summary>
internal static class TextCommands
{
    private const string Numbers = "-0123456789";

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Plain(),
        .. Compared(),
        .. Written(),
        .. Queried(),
    ];

    private static IEnumerable<CommandModel> Plain() =>
    [
        CommandModel.Shows("cat rev", ArgumentRole.Read, "-AbeEnstTuv"),
        CommandModel.Shows("tac", ArgumentRole.Read, "-brs: --separator="),
        CommandModel.Shows("nl", ArgumentRole.Read, "-b:d:f:h:i:l:n:ps:v:w:"),
        CommandModel.Shows("fold", ArgumentRole.Read, "-bcsw: --width="),
        CommandModel.Shows("fmt", ArgumentRole.Read, "-cstuw:g:p: --width= --goal= --prefix="),
        CommandModel.Shows("expand unexpand", ArgumentRole.Read, "-ait: --tabs="),
        CommandModel.Shows("paste", ArgumentRole.Read, "-szd: --delimiters="),
        CommandModel.Shows("head", ArgumentRole.Read, $"{Numbers} -qvzn:c: --lines= --bytes="),
        CommandModel.Shows("tail", ArgumentRole.Read, $"{Numbers} -qvzfFrn:c:s:b: --lines= --bytes= --pid= --sleep-interval= --max-unchanged-stats= --follow?"),
        CommandModel.Shows("cut", ArgumentRole.Read, "-b:c:d:f:nsz --bytes= --characters= --delimiter= --fields= --output-delimiter="),
        CommandModel.Shows("column colrm", ArgumentRole.Read, "-txs:o:N:C:dJlLn:O:r:R:H:T:W:c:eE:p:i: --separator= --output-separator= --table-columns= --table-right= --table-hide= --table-name= --table-order= --table-truncate= --table-wrap= --output-width="),
        CommandModel.Shows("od", ArgumentRole.Read, "-A:j:N:S:t:w?abcdefhilosvx --address-radix= --skip-bytes= --read-bytes= --strings? --format= --width? --endian="),
        CommandModel.Shows("hexdump hd", ArgumentRole.Read, "-bcCdosvxe:f<n: --format= --format-file< --length= --skip="),
        Inspects("strings", $"{Numbers} -afn:t:oe:T:s:U:wd --bytes= --radix= --encoding= --target= --output-separator= --unicode="),
        Inspects("nm", "-t:X: --radix= --format= --target="),
        Inspects("size", "--radix= --format= --target="),
        Inspects("readelf", "-x:p:R: --hex-dump= --string-dump= --relocated-dump="),
        Inspects("objdump", "-b:m:j:M: --target= --architecture= --section= --disassembler-options= --start-address= --stop-address= --endian="),
        CommandModel.Shows("wc", ArgumentRole.Glance, "-clmLw --files0-from< --total="),
        CommandModel.Shows("cksum sum b2sum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum shasum md5 sha256 xxhsum xxh64sum crc32", ArgumentRole.Glance, "-bcta:l:zqwP --algorithm= --length="),
        CommandModel.Shows("base32 base64 basenc uuencode", ArgumentRole.Read, "-diw: --wrap="),
        CommandModel.Shows("zcat bzcat gzcat", ArgumentRole.Read),
        CommandModel.Reads("xzcat lzcat lz4cat zstdcat", "-qvkfT: --quiet --verbose --keep --force --no-progress", ArgumentRole.Read),
        CommandModel.Shows("look", ArgumentRole.Read, "-abdft:") with { First = ArgumentRole.Text },
        CommandModel.Shows("tsort", ArgumentRole.Read),
        CommandModel.Shows("numfmt seq factor expr basename dirname echo true false : test [ yes jot pathchk sleep usleep cal ncal"),
        CommandModel.Shows("envsubst tr", ArgumentRole.Text),
        new("printf") { Options = "-v:", Style = OptionStyle.Posix, AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Builtins.BuiltinCommands.Name(c, c.Given.Value("-v")) },
        CommandModel.Shows("bc", ArgumentRole.Read, "-hilqswv -e: --expression="),
        CommandModel.Shows("locale getconf ascii"),
    ];

    private static IEnumerable<CommandModel> Compared() =>
    [
        CommandModel.Shows("diff colordiff", ArgumentRole.Read, "-qsc?C:u?U:enypbBwiEZtTlrNPxaHdW:D:F:I:x:X<S:L: --label= --exclude= --exclude-from< --unified? --context? --width= --color? --ignore-matching-lines= --show-function-line= --from-file< --to-file< --line-format= --old-line-format= --new-line-format= --unchanged-line-format= --changed-group-format= --unchanged-group-format= --horizon-lines= --starting-file= --tabsize= --palette="),
        CommandModel.Shows("cmp", ArgumentRole.Read, "-blsvi:n: --ignore-initial= --bytes="),
        CommandModel.Shows("comm", ArgumentRole.Read, "-123iz --output-delimiter="),
        CommandModel.Shows("diff3", ArgumentRole.Read, "-imAeExXT3aL: --label=") with { Changes = [Runs("--diff-program!")] },
        CommandModel.Reads("sdiff", "-ilbBwEWstaHw: --width= --suppress-common-lines --left-column --ignore-case", ArgumentRole.Read) with { Changes = [Output("-o> --output>")] },
        CommandModel.Shows("join", ArgumentRole.Read, "-a:e:ij:1:2:o:t:v:z"),
        CommandModel.Shows("zdiff zcmp xzdiff bzdiff", ArgumentRole.Read),
    ];

    private static IEnumerable<CommandModel> Written() =>
    [
        CommandModel.Reads("sort", "-bdfghiMnRrVcCmsuzk:t:S:T.  --key= --field-separator= --buffer-size= --temporary-directory. --ignore-leading-blanks --dictionary-order --ignore-case --general-numeric-sort --ignore-nonprinting --month-sort --human-numeric-sort --numeric-sort --random-sort --random-source< --reverse --sort= --version-sort --batch-size= --check? --debug --files0-from< --merge --parallel= --stable --unique --zero-terminated --version --help", ArgumentRole.Read)
            with { Changes = [Output("-o> --output>"), Runs("--compress-program=")] },
        CommandModel.Shows("uniq", ArgumentRole.Write, $"{Numbers} -cdDuizf:s:w: --skip-fields= --skip-chars= --check-chars= --group? --all-repeated?") with { First = ArgumentRole.Read },
        CommandModel.Reads("shuf", "-eizrn: --input-range= --head-count= --random-source< --repeat --zero-terminated --echo", ArgumentRole.Read) with { Changes = [Output("-o> --output>")] },
        CommandModel.Reads("iconv", "-f:t:cls --from-code= --to-code= --list --silent --verbose", ArgumentRole.Read) with { Changes = [Output("-o> --output>")] },
        CommandModel.Reads("xxd", "-a?b?C?d?e?E?h?i?p?u?v?c:g:l:o:s:n:R: --version", ArgumentRole.Write) with { First = ArgumentRole.Read, Changes = [new("-r?", RiskTier.DestructiveMutation, "it writes what a dump says")] },
        CommandModel.Reads("pr", "-0123456789abcdfFJmtTvrD:e?h:i?l:n?N:o:s?S?w:W: --columns= --header= --length= --width=", ArgumentRole.Read),
        Writes("tee", "-aip --append --ignore-interrupts --output-error?", "it writes what it reads") with { Tier = RiskTier.Read },
        CommandModel.Does("split csplit", RiskTier.DestructiveMutation, "it writes files", "write"),
        Writes("dos2unix unix2dos mac2unix", "", "it rewrites files"),
    ];

    private static IEnumerable<CommandModel> Queried() =>
    [
        CommandModel.Reads("jq gojq", "-rcsneSajCMhVf<L. --raw-output --compact-output --slurp --null-input --exit-status --sort-keys --ascii-output --join-output --color-output --monochrome-output --tab --indent= --arg% --argjson% --slurpfile& --rawfile& --args --jsonargs --from-file< --stream --stream-errors --seq --unbuffered --raw-input -R --raw-output0 --binary -b --version --help -h --library-path= --build-configuration -V", ArgumentRole.Text)
            with { Judge = PatternCommands.FilterFirst },
        CommandModel.Reads("yq", "-rcsneSjCMPo:p:NI:vV --raw-output --compact-output --null-input --exit-status --prettyPrint --output-format= --input-format= --no-doc --indent= --colors --no-colors --tojson --unwrapScalar? --yaml-output -y --arg% --argjson% --version --help --no-filename --header-preprocess -Y -R --stream --front-matter=", ArgumentRole.Read)
            with { First = ArgumentRole.Text, Judge = Loads, Changes = [new("-i --inplace --in-place", RiskTier.DestructiveMutation, "it rewrites the file"), new("-s: --split-exp=", RiskTier.DestructiveMutation, "it writes files")] },
        CommandModel.Reads("xmllint", "--noout --xpath= --format --html --recover --nowarning --noblanks --encode= --schema< --dtdvalid< --relaxng< --valid --version --nonet --huge --pretty= --c14n --timing --noent --nsclean --debug -", ArgumentRole.Read) with { Changes = [Output("-o> --output>"), Runs("--shell")] },
        new("xmlstarlet xml") { Subcommands = [CommandModel.Shows("sel select el elements val validate fo format c14n ls pyx esc unesc", ArgumentRole.Read) with { Judge = Documents }], Options = "-q --version" },
        CommandModel.Shows("csvcut csvlook csvstat csvgrep csvsort csvjson", ArgumentRole.Read),
        .. PatternCommands.All,
        .. FilterCommands.All,
    ];

    /// <summary>An option that names a file to write.</summary>
    internal static OptionChange Output(string spec) => new(spec, RiskTier.DestructiveMutation, "it writes a file");

    /// <summary>An option that runs a program.</summary>
    internal static OptionChange Runs(string spec) => new(spec, RiskTier.DestructiveMutation, "it runs a program", "run");

    private static CommandModel Inspects(string name, string options) =>
        CommandModel.Shows(name, ArgumentRole.Read, options) with { Changes = [Runs("--plugin=")], Judge = Listed };

    // A name behind an at sign is a file with more arguments.
    private static void Listed(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            if (word.Prefix.StartsWith('@'))
            {
                call.Use(ArgumentRole.Read, WordSlice.After(word, 1));
            }
        }
    }

    // An expression may read files of its own.
    private static void Documents(CommandCall call)
    {
        foreach (var word in call.Words)
        {
            if (word.ToString().Contains("document", StringComparison.Ordinal))
            {
                call.Block("The expression may read other files, and nobody checks which.", null, RiskTier.DestructiveMutation);
            }
        }
    }

    private static void Loads(CommandCall call)
    {
        if (call.Given.Operands.Exists(w => w.ToString() is var text && (text.Contains("load", StringComparison.Ordinal) || text.Contains("system", StringComparison.Ordinal))))
        {
            call.Unknown("the expression may read files or run commands");
        }
    }

    private static CommandModel Writes(string names, string options, string effect) =>
        new(names) { Options = options, AnyOption = true, Operands = ArgumentRole.Write, Tier = RiskTier.DestructiveMutation, Effect = effect, Verb = "write" };
}
