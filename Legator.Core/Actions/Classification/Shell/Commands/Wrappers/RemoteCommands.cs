using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Wrappers;

/// <summary>Commands that reach for other machines, or run something later.</summary>
internal static class RemoteCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("ssh slogin autossh") { Options = "-46AaCfGgKkMNnqsTtVvXxYyB:b:c:D:E:e:F:I:i:J:L:l:m:O:o:P:p:Q:R:S:W:w:", Style = OptionStyle.Posix, AnyOption = true, Operands = ArgumentRole.Text, Judge = Ssh },
        new("scp sftp") { Options = "-346ABCOpqrRTvc:D:F:i:J:l:o:P:S:X:b:s:", AnyOption = true, Operands = ArgumentRole.Text, Tier = RiskTier.DestructiveMutation, Verb = "write", Effect = "files are copied to or from another machine", Judge = Copied },
        new("rsync") { AnyOption = true, Options = "-e:f:B:T:M:@: --exclude= --include= --filter= --rsh= --rsync-path= --temp-dir= --bwlimit= --timeout= --log-file= --files-from= --exclude-from= --include-from= --out-format= --chmod= --chown= --max-size= --min-size= --backup-dir= --suffix= --compare-dest= --link-dest= --copy-dest= --port= --password-file= --partial-dir= --list-only --dry-run --delete --delete-after --delete-before --delete-during --delete-delay --delete-excluded --archive --verbose --compress --recursive --itemize-changes --stats --human-readable --progress --checksum --update --links --perms --times --group --owner --hard-links --one-file-system --numeric-ids --size-only --existing --ignore-existing --partial --inplace --sparse --no-owner --no-group --no-perms -avznrRulptgoDHAXSPhWxcqi0bdkKLCIEVNUFsyOJm", Operands = ArgumentRole.Text, Judge = Rsync },
        CommandModel.Shows("atq"),
        CommandModel.Shows("ssh-keyscan", ArgumentRole.Text, "-f<46cDHvO:p:T:t:q"),
        CommandModel.Reads("ssh-add", "-lLE:", ArgumentRole.Unknown) with { Judge = c => Daemons.DaemonCommands.Need(c, "a key is unlocked", "-l", "-L") },
        new("ssh-keygen") { Options = "-lvBHqeyF:f.E:m:", Operands = ArgumentRole.Unknown, Judge = Keys, Tier = RiskTier.Read },
        new("screen") { Options = "-ls -list -v --version", Style = OptionStyle.Words },
        new("tmux") { Options = "-VL:S:", Changes = [Texts.TextCommands.Runs("-f!")], Judge = Tmux, Subcommands = [CommandModel.Shows("ls list-sessions lsw list-windows lsp list-panes lsc list-clients info show-options show has-session has list-commands list-keys")] },
    ];

    // A word that ends in a semicolon ends the command, and formats run programs.
    private static void Tmux(CommandCall call)
    {
        if (call.Words.Any(w => w.HasUnknown || w.ToString().Contains(';', StringComparison.Ordinal) || w.ToString().Contains("#(", StringComparison.Ordinal)))
        {
            call.Unknown("several commands may stand in one");
        }
    }

    private static void Ssh(CommandCall call)
    {
        var given = call.Given;
        if (given.Has("-V", "-G", "-Q"))
        {
            // A file of settings may say that a program is asked which of them hold.
            if (given.Value("-F") is { } file && file.Literal is not "/dev/null")
            {
                call.Unknown("settings from elsewhere may run programs");
            }

            if (given.Has("-E") || given.Operands.Skip(1).Any(w => w.Prefix is ['-', ..]))
            {
                call.Add("write", RiskTier.DestructiveMutation, "a log is written");
            }

            return;
        }

        call.Add("run", RiskTier.DestructiveMutation, "something runs on another machine");
        var operands = given.Operands;
        if (operands.Count > 1 && operands.TrueForAll(w => w.Literal is not null))
        {
            call.RunText(ShellWord.Of(string.Join(' ', operands.Skip(1).Select(w => w.Literal))));
        }

        if (given.Value("-i", "-F") is { } key && key.Literal is null)
        {
            call.Unknown("nobody knows as whom");
        }
    }

    private static void Copied(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            if (!word.Prefix.Contains(':', StringComparison.Ordinal))
            {
                call.Use(ArgumentRole.Read, word);
            }
        }

        if (call.Given.Operands is [.., { } last] && !last.Prefix.Contains(':', StringComparison.Ordinal))
        {
            call.Use(ArgumentRole.Write, last);
        }
    }

    private static void Rsync(CommandCall call)
    {
        var given = call.Given;
        var operands = given.Operands;
        var known = operands.TrueForAll(w => w.Literal is not null);
        foreach (var option in given.Options)
        {
            if (option.Value is { } value && option.Shape.Name is "--files-from" or "--exclude-from" or "--include-from" or "--password-file")
            {
                call.Use(ArgumentRole.Read, option.Value!);
            }
            else if (option.Value is { } rule && option.Shape.Name is "-f" or "--filter" && (option.Value!.Prefix is ['.' or ':', ..] || option.Value.Prefix.Contains("merge", StringComparison.Ordinal)))
            {
                call.Unknown("a file with rules is read");
            }
        }

        var dry = given.Has("-n", "--dry-run", "--list-only") && given.Stranger is null && given.Dynamic is null && known
            && !given.Has("-e", "--rsh", "--rsync-path", "--log-file", "-M");
        if (given.Has("-V", "--version") || dry)
        {
            return;
        }

        call.Add("write", RiskTier.DestructiveMutation, "files are copied, and may be removed where they are copied to");

        // Only what its source has not goes, and what a web server shows is put there in this way.
        if (given.Options.Exists(o => o.Shape.Name.StartsWith("--del", StringComparison.Ordinal)) && operands.Count > 1 && !operands[^1].Prefix.Contains(':', StringComparison.Ordinal) && !operands[^1].Prefix.StartsWith("/var/www/", StringComparison.Ordinal))
        {
            call.Use(ArgumentRole.Remove, operands[^1]);
        }

        for (var i = 0; i < operands.Count; i++)
        {
            if (!operands[i].Prefix.Contains(':', StringComparison.Ordinal))
            {
                call.Use(i == operands.Count - 1 && i > 0 ? ArgumentRole.Write : ArgumentRole.ReadTree, operands[i]);
            }
        }
    }

    private static void Keys(CommandCall call)
    {
        var given = call.Given;
        if (given.Has("-y", "-e"))
        {
            call.Block("ssh-keygen reads private keys.", null, RiskTier.DestructiveMutation);
        }
        else if (!given.Has("-l", "-F", "-B") || given.Operands.Count > 0 || (given.Has("-H") && !given.Has("-F")))
        {
            call.Add("write", RiskTier.DestructiveMutation, "keys are made or changed");
        }
        else if (given.Value("-f") is { Literal: not null } file && file.Literal.EndsWith("shadow", StringComparison.Ordinal))
        {
            call.Use(ArgumentRole.Read, file);
        }
    }
}
