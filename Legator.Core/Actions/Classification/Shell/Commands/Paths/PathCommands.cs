using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;

namespace Legator.Core.Actions.Classification.Shell.Commands.Paths;

/// <summary>Commands that list, copy, move and remove files.</summary>
internal static class PathCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("ls dir vdir stat readlink realpath df namei lsattr getfacl mountpoint filefrag ll la exa eza lsd dust duf", ArgumentRole.Inspect),
        CommandModel.Shows("du", ArgumentRole.Inspect, "-0abcDhHklLmPsSxX<B:d:t: --files0-from< --exclude-from< --exclude= --max-depth= --threshold= --block-size= --time? --time-style="),
        CommandModel.Shows("findmnt", ArgumentRole.Inspect, "-F<O:o:S:T:M:t:w:N:d: --tab-file< --options= --output= --source= --target= --mountpoint= --types= --timeout= --task= --direction="),
        CommandModel.Reads("file", "-bhiLkrsznNpvdEmP:e:F:f<0SlZ --brief --mime --mime-type --mime-encoding --dereference --no-dereference --keep-going --separator= --special-files --uncompress --exclude= --files-from< --extension --apple --raw --version --help --no-pad --no-buffer --parameter= --print0 --exclude-quiet=", ArgumentRole.Inspect) with { Changes = [new("-m! -C --magic-file! --compile", RiskTier.DestructiveMutation, "a file is written or another list of types is used")] },
        CommandModel.Reads("tree", "-adfiLxlNqQpsughDFvrtcUXJCASnP:I:L:H:T: --noreport --charset= --filelimit= --timefmt= --du --si --prune --dirsfirst --matchdirs --ignore-case --inodes --device --sort? --nolinks --filesfirst --gitignore --version --help --metafirst -Z -h", ArgumentRole.Inspect) with { Changes = [new("-R", RiskTier.DestructiveMutation, "it writes files into directories"), Texts.TextCommands.Output("-o>")] },
        CommandModel.Reads("ncdu", "-o> --version -v -x -q -r -0 -h --help", ArgumentRole.Inspect),
        CommandModel.Shows("whereis which pwd dirs type"),
        CommandModel.Reads("locate mlocate plocate", "-AbcEiLl:n:NPrSwqe0 --all --basename --count --existing --ignore-case --limit= --regexp= --regex --statistics --quiet --null --wholename --version"),
        CommandModel.Reads("hash", "-ltr"),
        CommandModel.Reads("getcap", "-nrvh", ArgumentRole.Inspect),
        CommandModel.Shows("lsof") with { Judge = Cached },
        .. Removed(),
        .. Made(),
        .. Owned(),
        new("find gfind bfs") { AnyOption = true, Style = OptionStyle.Words, Judge = FindCalls.Judge, Operands = ArgumentRole.Text },
        new("fd fdfind") { Options = "-HIuLsigaF0pltjd:e:E:c:S:T: --hidden --no-ignore --extension= --type= --exclude= --max-depth= --min-depth= --size= --changed-within= --changed-before= --owner= --follow --absolute-path --color= --list-details --print0 --full-path --glob --fixed-strings --case-sensitive --ignore-case --max-results= --quiet", Operands = ArgumentRole.Inspect },
        .. Archives.ArchiveCommands.All,
    ];

    private static IEnumerable<CommandModel> Removed() =>
    [
        new("rm") { LeavesContent = true, Options = "-rRfiIvdx --recursive --force --interactive? --verbose --dir --one-file-system --preserve-root? --no-preserve-root", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "delete", Effect = "files are removed", Operands = ArgumentRole.Text, Judge = Remove },
        new("rmdir unlink") { LeavesContent = true, AnyOption = true, Options = "-pv", Tier = RiskTier.DestructiveMutation, Verb = "delete", Effect = "a file or directory is removed", Operands = ArgumentRole.Remove },
        new("truncate") { Options = "-cos:r. --size= --reference. --no-create --io-blocks", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "files are cut", Operands = ArgumentRole.Write },
        CommandModel.Does("tmpwatch tmpreaper", RiskTier.DestructiveMutation, "old files are removed", "delete"),
    ];

    private static IEnumerable<CommandModel> Made() =>
    [
        new("cp") { Options = "-abdfiHlLnPpRrsTuvxZS:t> --target-directory> --suffix= --backup? --preserve? --no-preserve= --sparse= --reflink? --context?", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "files are written", Operands = ArgumentRole.Text, Judge = Copy },
        new("mv") { LeavesContent = true, Options = "-bfinTuvZS:t> --target-directory> --suffix= --backup?", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "files change places", Operands = ArgumentRole.Text, Judge = Move },
        new("install") { Options = "-bCcDdpsTvZg:m:o:S:t> --target-directory> --mode= --owner= --group= --directory", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "files are written", Operands = ArgumentRole.Text, Judge = Copy },
        new("ln") { Options = "-bdFfiLnPrsTvS:t> --target-directory> --suffix= --backup?", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "a link is made", Operands = ArgumentRole.Text, Judge = Link },
        new("mkdir touch") { Options = "-pvZm:acd:fhr.t: --mode= --parents --date= --reference. --time= --verbose --no-create --no-dereference --context?", AnyOption = true, Tier = RiskTier.ServiceMutation, Verb = "write", Effect = "a file or directory is made", Operands = ArgumentRole.Make },
        new("mkfifo mknod fallocate link symlink") { Options = "-pvZm:acd:fhr.t:l:o:n --mode= --parents --date= --reference. --time= --length= --offset=", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "a file is made or changed", Operands = ArgumentRole.Write },
        new("mktemp") { Options = "-dqtup?V --directory --quiet --tmpdir? --suffix=", Changes = [], Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "a file is made", Operands = ArgumentRole.Text },
        CommandModel.Does("rename prename mmv patch rsnapshot unison", RiskTier.DestructiveMutation, "files are rewritten", "write"),
    ];

    private static IEnumerable<CommandModel> Owned() =>
    [
        new("chmod chown chgrp chattr setcap chcon") { LeavesContent = true, Options = "--reference. --from= --user= --role= --type= --range= -R", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "rights or owners change", Operands = ArgumentRole.Text, Judge = Own },
        CommandModel.Reads("getfattr", "-dhLPRm:n:e: --dump --name= --match= --encoding= --no-dereference --recursive --only-values --absolute-names", ArgumentRole.Inspect),
        new("setfacl setfattr") { LeavesContent = true, Options = "-bkdRLPnvx:X:m:M:s:S:h --modify= --remove= --set=", AnyOption = true, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "rights change", Operands = ArgumentRole.Change },
        CommandModel.Does("restorecon fixfiles chacl", RiskTier.DestructiveMutation, "rights change", "write"),
    ];

    private static void Remove(CommandCall call)
    {
        var tree = call.Given.Has("-r", "-R", "--recursive");
        foreach (var word in call.Given.Operands)
        {
            call.Take(FileRules.Remove(call.Scope, word, tree));
        }
    }

    private static void Own(CommandCall call)
    {
        var operands = call.Given.Operands;
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0 || operands[i].Prefix.Contains('/', StringComparison.Ordinal))
            {
                call.Use(ArgumentRole.Change, operands[i]);
            }
        }
    }

    private static void Copy(CommandCall call)
    {
        var operands = call.Given.Operands;
        var target = call.Given.Has("-t", "--target-directory");
        var makes = call.Name == "install" && call.Given.Has("-d", "--directory");
        for (var i = 0; i < operands.Count; i++)
        {
            var writes = makes || (!target && i == operands.Count - 1 && i > 0);
            call.Use(writes ? ArgumentRole.Write : ArgumentRole.Read, operands[i]);
        }
    }

    private static void Move(CommandCall call)
    {
        var operands = call.Given.Operands;
        var target = call.Given.Has("-t", "--target-directory");
        for (var i = 0; i < operands.Count; i++)
        {
            call.Use(ArgumentRole.Change, operands[i]);
            if (!target && i == operands.Count - 1 && i > 0)
            {
                call.Use(ArgumentRole.Write, operands[i]);
            }
        }
    }

    private static void Link(CommandCall call)
    {
        var operands = call.Given.Operands;
        if (operands.Count > 1 && !call.Given.Has("-t", "--target-directory"))
        {
            call.Use(ArgumentRole.Write, operands[^1]);
            call.Use(ArgumentRole.Change, operands[^1]);
        }

        // A second name for a file with secrets is as good as the file.
        foreach (var word in operands.Count > 1 ? operands.GetRange(0, operands.Count - 1) : operands)
        {
            call.Use(ArgumentRole.Read, word);
        }
    }

    // "-D b/path" and "-D u/path" write what lsof knows of devices to a file.
    private static void Cached(CommandCall call)
    {
        if (call.Words.Any(w => w.Prefix is ['-', ..] && w.Prefix.AsSpan(1).TrimStart("abhlnNoOPRtUvVwX") is ['D', ..]))
        {
            call.Add("write", RiskTier.DestructiveMutation, "it may write a file of its own");
        }
    }
}
