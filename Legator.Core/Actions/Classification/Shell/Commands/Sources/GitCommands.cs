using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Sources;

/// <summary>What git and its like do.</summary>
internal static class GitCommands
{
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    // Every long option of these may be given; the few that write or run something are named.
    private static readonly OptionChange[] Dangerous =
    [
        Texts.TextCommands.Output("--output>"),
        Texts.TextCommands.Runs("--ext-diff --textconv --upload-pack! --exec! --receive-pack! --open-files-in-pager? -O? --server-option= --recurse-submodules? --show-signature"),
    ];

    private const string Show = """
        -0123456789 -pPuzabcwWRMCDBqvstgirlhFEGnxdeIfkAT -n: -L: -S: -U: -m --oneline --stat? --shortstat --numstat --summary --name-only --name-status --graph --all --branches? --tags? --remotes? --decorate? --no-decorate --format= --pretty? --abbrev? --abbrev-commit --no-abbrev --no-abbrev-commit --since= --after= --until= --before= --author= --committer= --grep= --regexp-ignore-case --extended-regexp --fixed-strings --perl-regexp --all-match --invert-grep -o --max-count= --skip= --first-parent --merges --no-merges --follow --patch --no-patch --raw --reverse
        --date= --relative-date --left-right --cherry-pick --cherry --cherry-mark --topo-order --date-order --author-date-order --color? --no-color --word-diff? --ignore-all-space --ignore-space-change --ignore-blank-lines --ignore-space-at-eol --cached --staged --merge-base --diff-filter= --find-renames? --find-copies? --minimal --patience --histogram --diff-algorithm= --exit-code --quiet --no-ext-diff --no-textconv --check --dirstat? --compact-summary --unified= --function-context --no-prefix --no-renames --full-index --binary
        --short? --branch --porcelain? --long --untracked-files? --ignored? --ignore-submodules? --no-optional-locks --ahead-behind --no-ahead-behind --show-stash --column? --no-column --verify --symbolic-full-name --abbrev-ref? --show-toplevel --git-dir --is-inside-work-tree --is-bare-repository --show-prefix --show-cdup --absolute-git-dir --is-shallow-repository --git-common-dir --show-current --list --contains? --no-contains? --merged? --no-merged? --points-at= --sort= --always --dirty? --exact-match --candidates= --match= --long --tags --count --max-parents= --min-parents= --no-walk? --walk-reflogs --boundary --simplify-by-decoration --parents --children --objects --heads --refs --get-url --symref --exit-code -e: --others --exclude-standard --modified --deleted --stage --unmerged --error-unmatch --full-name --exclude= --name --incremental --line-porcelain --show-email --show-name --show-number --root --minimal --numbered --email --summary --no-pager --verbose --cc --combined-all-paths --mailmap --use-mailmap --encoding= --ignore-case --extended-regexp --fixed-strings --basic-regexp --perl-regexp --files-with-matches --files-without-match --line-number --word-regexp --invert-match --heading --break --untracked --max-depth= --and --or --not --source --notes? --show-notes? --no-notes --null --get --get-all --get-regexp --get-urlmatch --show-origin --show-scope --global --local --system --worktree --name-only --type= --bool --int --path --includes --no-includes --default= -f<
        """;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("git")
        {
            Options = "-C.pPvhc: --git-dir. --work-tree. --no-pager --paginate --version --help --bare --no-replace-objects --no-optional-locks --literal-pathspecs --glob-pathspecs --noglob-pathspecs --icase-pathspecs --namespace= --html-path --man-path --info-path --no-lazy-fetch --exec-path? --list-cmds= --attr-source=",
            Changes = [Texts.TextCommands.Runs("--config-env! --super-prefix!")],
            Subcommands = Git(),
            Judge = Settings,
        },
        new("svn") { Options = "-r: --revision= -v --verbose -q --quiet -l: --limit= --version -u --non-interactive --xml --show-item= --no-newline -R --depth= --stop-on-copy", SharesOptions = true, Subcommands = [CommandModel.Reads("info status st stat log ls list cat blame praise annotate propget proplist pg pl help", "", ArgumentRole.Text), CommandModel.Does("update up checkout co commit ci add delete rm revert switch merge cleanup import export copy mv mkdir propset propdel resolve relocate lock unlock diff", Destructive, "the working copy changes")] },
        new("hg") { Options = "-R. -q -v --version", Subcommands = [CommandModel.Reads("log status st summary id identify branches tags heads parents paths root", "-l:r:pvqnbtiT:", ArgumentRole.Text), CommandModel.Does("pull push update commit add remove revert merge clone init", Destructive, "the working copy changes")] },
        new("etckeeper") { Subcommands = [new("vcs") { Subcommands = Git() }, CommandModel.Shows("unclean"), CommandModel.Does("commit init pre-install post-install uninit", Destructive, "the working copy changes")] },
        new("tig gitk lazygit git-lfs") { Options = "--version" , Operands = ArgumentRole.Unknown, Judge = c => Daemons.DaemonCommands.Need(c, "it runs commands", "--version") },
    ];

    private static IReadOnlyList<CommandModel> Git() =>
    [
        Reads("log show diff status rev-parse rev-list describe blame annotate whatchanged ls-files ls-tree name-rev diff-tree diff-index diff-files show-ref for-each-ref merge-base cherry var version check-ignore check-attr show-branch grep range-diff verify-commit verify-tag ls-remote patch-id show-index get-tar-commit-id"),
        Reads("cat-file") with { Options = Show + " --batch? --batch-check? --batch-all-objects --unordered --buffer --use-mailmap" },
        Reads("branch") with { Changes = [.. Dangerous, new("--delete --move --copy --force --set-upstream-to= --set-upstream --unset-upstream --edit-description --create-reflog --track? --no-track", Destructive, "branches change")], Judge = c => Lists(c, ["-a", "-r", "-l", "--list", "--all", "--remotes", "--show-current", "--contains", "--merged", "--no-merged", "--points-at", "--no-contains"], ["-d", "-D", "-m", "-M", "-c", "-C", "-f", "-u", "-t"]) },
        Reads("tag") with { Options = Show.Replace(" -n: ", " -n? ", StringComparison.Ordinal), Changes = [.. Dangerous, new("-e --delete --annotate --sign --no-sign --local-user= --force --message= --file= --edit --create-reflog --cleanup= --trailer=", Destructive, "tags change")], Judge = c => Lists(c, ["-l", "-n", "--list", "--contains", "--no-contains", "--merged", "--no-merged", "--points-at"], ["-d", "-a", "-s", "-f", "-m", "-u", "-F"]) },
        Reads("shortlog") with { Options = Show.Replace(" -n: ", " -n ", StringComparison.Ordinal).Replace(" -e: ", " -e ", StringComparison.Ordinal) },
        CommandModel.Reads("count-objects", "-vH --verbose --human-readable"),
        CommandModel.Reads("fsck", "-v --verbose --full --no-full --strict --dangling --no-dangling --unreachable --connectivity-only --progress --no-progress --name-objects --root --tags --cache --no-reflogs"),
        CommandModel.Reads("symbolic-ref", "-q --quiet --short --recurse --no-recurse") with { Judge = c => { if (c.Given.Operands.Count > 1) { c.Add("write", Destructive, "branches change"); } } },
        Reads("lfs") with { Judge = c => First(c, false, "ls-files", "env", "locks", "version") },
        Reads("stash") with { Judge = c => First(c, false, "list", "show") },
        Reads("remote") with { Judge = c => First(c, true, "show", "get-url") },
        Reads("worktree notes") with { Judge = c => First(c, false, "list", "show") },
        Reads("submodule") with { Judge = c => First(c, true, "status", "summary") },
        Reads("reflog bisect") with { Judge = c => First(c, true, "show", "log", "exists", "view") },
        Reads("config") with { Judge = Config },
        CommandModel.Reads("help", "-agc"),
        Reads("clean") with { Options = "-nfdxXqe: --dry-run --force --quiet --exclude=", Judge = c => { if (!c.Given.Has("-n", "--dry-run")) { c.Add("clean", Destructive, "files that are not in the repository are removed"); } } },
        Reads("archive bundle") with { Judge = c => First(c, false, "verify", "list-heads") },
        CommandModel.Does("add am apply checkout cherry-pick clone commit fetch filter-branch format-patch gc init maintenance merge mv prune pull push rebase replace repack request-pull reset restore revert rm switch update-index update-ref update-server-info sparse-checkout mergetool difftool send-email credential daemon instaweb svn hash-object mktree write-tree commit-tree read-tree pack-refs pack-objects unpack-objects rerere filter-repo subtree", Destructive, "the repository or the files of it change"),
    ];

    private static CommandModel Reads(string names) => new(names) { Options = Show, Changes = Dangerous, Operands = ArgumentRole.Text, Judge = Outside };

    // Paths outside of a repository are compared and shown like any files.
    private static void Outside(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            if (word.Prefix is ['/' or '~', ..] || word.Prefix.StartsWith("..", StringComparison.Ordinal))
            {
                call.Use(ArgumentRole.Read, word);
            }
        }
    }

    // A setting may name a program, so only a few harmless ones are known.
    private static void Settings(CommandCall call)
    {
        foreach (var option in call.Given.Options)
        {
            var harmless = option.Shape.Name switch
            {
                "-c" => option.Value?.Literal is { } text && (text.StartsWith("color.", StringComparison.OrdinalIgnoreCase) || text.StartsWith("core.quotepath=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("safe.directory=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("log.date=", StringComparison.OrdinalIgnoreCase) || text.Equals("core.pager=cat", StringComparison.OrdinalIgnoreCase) || text.Equals("core.pager=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http.lowSpeed", StringComparison.OrdinalIgnoreCase)),
                "--exec-path" => option.Value is null,
                "--git-dir" or "--work-tree" => option.Value?.Literal is { } place && !AnybodyMakes(place),
                _ => true,
            };
            if (!harmless)
            {
                call.Unknown("a setting of git may run a program");
            }
        }

        foreach (var word in call.Words)
        {
            if (word.Prefix.StartsWith("ext::", StringComparison.Ordinal) || word.Prefix.StartsWith("fd::", StringComparison.Ordinal))
            {
                call.Unknown("git runs a program to reach a repository");
            }
        }
    }

    // git trusts the settings of a repository that it is told to use, whoever made it.
    private static bool AnybodyMakes(string place) =>
        place.StartsWith("/tmp", StringComparison.Ordinal) || place.StartsWith("/var/tmp", StringComparison.Ordinal) || place.StartsWith("/dev/shm", StringComparison.Ordinal) || place.Contains("..", StringComparison.Ordinal) || place.Contains("//", StringComparison.Ordinal) || place.Contains("/./", StringComparison.Ordinal);

    private static void Lists(CommandCall call, ReadOnlySpan<string> shows, ReadOnlySpan<string> changes)
    {
        if (call.Given.Has(changes) || (call.Given.Operands.Count > 0 && !call.Given.Has(shows)))
        {
            call.Add("write", Destructive, "branches or tags change");
        }
    }

    private static void First(CommandCall call, bool alone, params ReadOnlySpan<string> shows)
    {
        var operands = call.Given.Operands;
        var listed = operands.Count > 0 && operands[0].Literal is { } name && shows.Contains(name);
        if (!listed && (operands.Count > 0 || !alone))
        {
            call.Add("write", Destructive, "the repository changes");
        }
    }

    private static void Config(CommandCall call)
    {
        var given = call.Given;
        var lists = given.Has("-l", "--list", "--get", "--get-all", "--get-regexp", "--get-urlmatch");
        var name = given.Operands.Count > 0 ? given.Operands[0].Literal : null;
        var asks = given.Operands.Count == 1 && name is not null && name.Contains('.', StringComparison.Ordinal) || name is "get" or "list";
        if (!lists && !asks || given.Has("-e"))
        {
            call.Add("write", Destructive, "settings of git change");
        }
    }
}
