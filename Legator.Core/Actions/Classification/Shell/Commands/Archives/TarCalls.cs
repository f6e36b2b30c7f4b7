using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Archives;

/// <summary>Calls of tar: only a list of what is in an archive, or its content on standard output, is a read.</summary>
internal static class TarCalls
{
    private static readonly OptionTable Table = new(
        """
        -cxtrudAzjJaZvpPkmwhlSOWnisoUBGRMf:C.T<X:b:N:K:V:L:g: --list --extract --get --create --append --update --delete --catenate --concatenate --diff --compare -d --file= --directory. --verbose --gzip --gunzip --bzip2 --xz --zstd --lz4 --auto-compress --exclude= --exclude-from< --to-stdout
        --strip-components= --wildcards --no-wildcards --numeric-owner --full-time --totals --ignore-zeros --occurrence --no-recursion --show-transformed-names --utc --warning= --files-from< --null --absolute-names --anchored --sparse --quoting-style= --version --help --test-label
        """,
        [new("-I! --use-compress-program! --to-command! --checkpoint-action! --rsh-command! --rmt-command! --info-script! --new-volume-script! -F! --checkpoint?", RiskTier.DestructiveMutation, "it runs a program", "run"), new("--remove-files", RiskTier.DestructiveMutation, "what is packed is removed", "delete")],
        false);

    /// <summary>Judges a call.</summary>
    public static void Judge(CommandCall call)
    {
        var words = Dashed(call.Words);
        var given = new OptionReader(Table, OptionStyle.Gnu, words).Read(0);
        var runs = given.Options.Exists(o => o.Shape.Change is not null && o.Shape.Name != "--checkpoint");
        if (runs)
        {
            call.Unknown("it runs a program or removes what it packs");
        }

        foreach (var option in given.Options)
        {
            if (option.Value is { } value && option.Shape.Role == ArgumentRole.Read)
            {
                call.Use(ArgumentRole.Read, value);
            }
        }

        if (given.Value("-g") is { } snapshot)
        {
            call.Use(ArgumentRole.Write, snapshot);
        }

        var file = given.Value("-f", "--file");
        if (file is not null && (file.Literal is null || file.Literal.Contains(':', StringComparison.Ordinal)))
        {
            call.Unknown("nobody knows where the archive lies");
        }

        var shows = given.Has("-t", "--list", "--test-label", "--version", "--help") || (given.Has("-x", "--extract", "--get") && given.Has("-O", "--to-stdout")) || given.Has("-d", "--diff", "--compare");
        if (!shows || given.Has("-c", "--create", "-r", "--append", "-u", "--update", "--delete", "-A", "--catenate", "--concatenate"))
        {
            Pack(call, given, file);
        }
        else if (given.Stranger is not null || given.Dynamic is not null)
        {
            call.Unknown("one of its options is not known");
        }

        if (given.Value("-C", "--directory") is { } directory && !shows && !given.Has("-c", "--create"))
        {
            call.Use(ArgumentRole.Write, directory);
        }

        if (file is not null && given.Has("-x", "--extract", "--get"))
        {
            call.Use(ArgumentRole.Glance, file);
        }
    }

    private static void Pack(CommandCall call, GivenArguments given, ShellWord? file)
    {
        var creates = given.Has("-c", "--create", "-r", "--append", "-u", "--update");
        if (!creates || file?.Literal is not "-")
        {
            call.Add("write", RiskTier.DestructiveMutation, "an archive or files are written");
        }
        else if (given.Stranger is not null || given.Dynamic is not null)
        {
            call.Unknown("one of its options is not known");
        }

        if (creates && file is not null)
        {
            call.Use(ArgumentRole.Write, file);
        }

        if (creates)
        {
            var directory = given.Value("-C", "--directory");
            var scope = directory is null ? call.Scope : call.Scope with { Directory = directory.Literal is ['/', ..] ? directory.Literal : null };
            foreach (var word in given.Operands)
            {
                call.Take(FileRules.ReadTree(scope, word));
            }
        }
    }

    // The letters of old times stand without a dash: tar xzf file.
    private static IReadOnlyList<ShellWord> Dashed(IReadOnlyList<ShellWord> words)
    {
        if (words.Count == 0 || words[0].Literal is not [not '-', ..] letters)
        {
            return words;
        }

        // Their values follow in the order of the letters, which is what options with a dash each make of them.
        var rest = new Queue<ShellWord>(words.Skip(1));
        var dashed = new List<ShellWord>();
        foreach (var letter in letters)
        {
            dashed.Add(ShellWord.Of($"-{letter}"));
            if (Table.Short(letter)?.Value == OptionValue.Required && rest.TryDequeue(out var value))
            {
                dashed.Add(value);
            }
        }

        dashed.AddRange(rest);
        return dashed;
    }
}
