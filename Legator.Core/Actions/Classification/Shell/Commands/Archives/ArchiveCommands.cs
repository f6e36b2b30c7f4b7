using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Archives;

/// <summary>Commands that pack, unpack and list archives.</summary>
internal static class ArchiveCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("gzip gunzip bzip2 bunzip2 xz unxz lzma unlzma lz4 unlz4 zstd unzstd pigz unpigz pbzip2 lzop compress uncompress brotli")
        {
            Options = "-0123456789 -cdfhklLnNqrRtvVzS:T:M:D:p:b: --stdout --to-stdout --decompress --uncompress --list --test --keep --quiet --verbose --fast --best --threads= --force --version --help --no-name --name --rm --long?",
            AnyOption = true,
            Operands = ArgumentRole.Text,
            Changes = [Texts.TextCommands.Output("-o> --output>"), new("--files? --files0? --filelist? --train? --train-cover? --train-fastcover? --train-legacy? --output-dir-flat? --output-dir-mirror? --trace?", RiskTier.DestructiveMutation, "files are written, or named elsewhere")],
            Judge = Squeeze,
        },
        new("unzip") { Options = "-lptvZzqqoncajCLMP:x:KUuXTs1bhd>", AnyOption = true, Operands = ArgumentRole.Text, First = ArgumentRole.Read, Judge = Unzip },
        CommandModel.Shows("zipinfo lsar lsinitramfs zipgrep", ArgumentRole.Inspect),
        CommandModel.Reads("lsinitrd", "-smf:k:hv --size --mod --file= --kver= --verbose --help", ArgumentRole.Inspect),
        CommandModel.Does("zip unar rar unrar 7z 7za 7zr zipsplit", RiskTier.DestructiveMutation, "archives or files are written", "write") with { Judge = Lists },
        new("tar gtar bsdtar") { AnyOption = true, Operands = ArgumentRole.Text, Judge = TarCalls.Judge },
        new("cpio") { Options = "-tivnH:dmuVI<E<F<cBC:0aLrsSb --list --quiet --verbose --file< --format= --numeric-uid-gid --to-stdout", Operands = ArgumentRole.Text, Changes = [new("-o -p -O> --create --pass-through --extract --rsh-command!", RiskTier.DestructiveMutation, "files are written")], Judge = Cpio },
        CommandModel.Does("ar pax", RiskTier.DestructiveMutation, "archives or files are written", "write"),
    ];

    private static void Squeeze(CommandCall call)
    {
        var given = call.Given;
        var shows = (given.Has("-l") && call.Name is not ("lz4" or "unlz4" or "pbzip2")) || given.Has("-c", "--stdout", "--to-stdout", "--list", "-t", "--test", "-V", "--version", "-h", "--help");
        var stream = given.Operands.Count == 0 || given.Operands.TrueForAll(w => w.Literal == "-");
        if (!shows && !stream || given.Has("--rm"))
        {
            call.Add("write", RiskTier.DestructiveMutation, "files are replaced by other files");
        }

        if (given.Dynamic is not null)
        {
            call.Unknown("nobody knows what is packed or unpacked");
        }

        foreach (var word in given.Operands)
        {
            call.Use(ArgumentRole.Read, word);
        }
    }

    private static void Cpio(CommandCall call)
    {
        Daemons.DaemonCommands.Need(call, "files are written", "-t", "--list");
        if (call.Given.Options.Exists(o => o.Value?.ToString().Contains(':', StringComparison.Ordinal) == true))
        {
            call.Unknown("the archive lies on another machine");
        }
    }

    private static void Unzip(CommandCall call)
    {
        if (!call.Given.Has("-l", "-p", "-t", "-v", "-Z", "-z", "-c") || call.Given.Has("-d"))
        {
            call.Add("write", RiskTier.DestructiveMutation, "files are written");
        }
    }

    private static void Lists(CommandCall call)
    {
        if (call.Name is "7z" or "7za" or "7zr" or "rar" or "unrar" && call.Words.Count > 0 && call.Words[0].Literal is "l" or "lb" or "lt" or "v" or "vb" or "vt" or "t" or "i"
            && call.Words.All(w => w.Literal is { } text && !text.StartsWith("-o", StringComparison.Ordinal)))
        {
            call.Add("read", RiskTier.Read, null);
        }
    }
}
