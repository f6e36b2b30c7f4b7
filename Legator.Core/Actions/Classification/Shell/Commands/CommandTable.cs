using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>The commands that are known, and what they do. A command that is not in it is no read.</summary>
public static class CommandTable
{
    private const int Deepest = 24;

    private static readonly FrozenDictionary<string, CommandModel> Models = Index();

    /// <summary>Says what a command would do.</summary>
    /// <param name="invocation">The command with its arguments.</param>
    public static IReadOnlyList<ProposedAction> Judge(CommandInvocation invocation)
    {
        var call = new CommandCall(invocation);
        if (invocation.Scope.Depth > Deepest)
        {
            call.Block("The command is hidden in too many others to be read.");
        }
        else if (Find(invocation.Name) is { } model)
        {
            if (AsksForHelp(invocation, model))
            {
                call.Add("read", RiskTier.Read, null);
            }
            else
            {
                ModelJudge.Judge(call, model);
                RefuseSecrets(call, model);
            }
        }
        else
        {
            call.Unknown("the command is not known");
            RefuseSecrets(call, null);
        }

        return call.Found;
    }

    /// <summary>True when it knows the command.</summary>
    internal static bool Knows(string name) => Find(name) is not null;

    // What is not known to only look is not given files with hashes or keys, however it would use them.
    private static void RefuseSecrets(CommandCall call, CommandModel? model)
    {
        if (model is { LeavesContent: true } || !call.Told || !DoesMore(call.Found))
        {
            return;
        }

        foreach (var word in call.Words)
        {
            var text = word.Literal ?? "";
            var start = text.AsSpan().IndexOfAny('/', '~');
            if (start >= 0 && text.Length < 1000 && !text.Contains(' ', StringComparison.Ordinal)
                && (FileRules.NamesSecret(call.Scope, text[start..]) || FileRules.NamesSecret(call.Scope, text)))
            {
                call.Take([FileRules.RefuseSecret(call.Scope, text)]);
                return;
            }
        }
    }

    // True when anything is more than a read, and nothing is refused already.
    private static bool DoesMore(IReadOnlyList<ProposedAction> found)
    {
        var more = false;
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].BlockedBecause is not null)
            {
                return false;
            }

            more |= found[i].Tier > RiskTier.Read;
        }

        return more;
    }

    /// <summary>True when a command is refused outright whatever it is asked to do.</summary>
    internal static bool Refuses(string name) => Find(name) is { Blocked: not null };

    // `tool --help` and `tool --version` alone change nothing, whatever else the tool may do.
    // Scripts that start and stop something hardly ever read their arguments.
    private static bool AsksForHelp(CommandInvocation invocation, CommandModel model) =>
        !model.Helpless && (model.Tier == RiskTier.Read || !invocation.Name.EndsWith(".sh", StringComparison.Ordinal)) && AsksForHelp(invocation.Arguments, model);

    private static bool AsksForHelp(IReadOnlyList<ShellWord> words, CommandModel model) =>
        words.Count is 1 or 2 && model.Blocked is null && words[^1].Literal is "--help" or "--version"
        && (words.Count == 1 || (words[1].Literal == "--help" && model.Subcommands.Count > 0 && words[0].Literal is { } name && model.Subcommand(name) is not null));

    private static CommandModel? Find(string name)
    {
        if (Models.TryGetValue(name, out var model) || name.Length == 0)
        {
            return model;
        }

        var slash = name.LastIndexOf('/');
        if (name.StartsWith("/etc/init.d/", StringComparison.Ordinal) || name.StartsWith("/etc/rc.d/init.d/", StringComparison.Ordinal))
        {
            return name.Contains("..", StringComparison.Ordinal) ? null : Daemons.DaemonCommands.Script;
        }

        if (slash >= 0)
        {
            var found = Find(name[(slash + 1)..]);
            return found?.Blocked is not null || Installed(name) ? found : null;
        }

        return CommandFamilies.Find(name) is { } family ? Models[family] : null;
    }

    // What packages install there belongs to root.
    private static bool Installed(string name) =>
        (name.StartsWith("/opt/", StringComparison.Ordinal) || name.StartsWith("/usr/", StringComparison.Ordinal) || name.StartsWith("/snap/bin/", StringComparison.Ordinal))
        && !name.Contains("/..", StringComparison.Ordinal) && !name.Contains("/tmp/", StringComparison.Ordinal);

    private static FrozenDictionary<string, CommandModel> Index()
    {
        var index = new Dictionary<string, CommandModel>(StringComparer.Ordinal);
        foreach (var model in CommandFamilies.All.SelectMany(f => f))
        {
            foreach (var name in model.Names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                index.Add(name, model);
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
