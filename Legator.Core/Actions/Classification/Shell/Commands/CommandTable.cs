using System.Collections.Frozen;
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
            if (AsksForHelp(invocation.Arguments, model))
            {
                call.Add("read", RiskTier.Read, null);
            }
            else
            {
                ModelJudge.Judge(call, model);
            }
        }
        else
        {
            call.Unknown("the command is not known");
        }

        return call.Found;
    }

    /// <summary>True when a command is refused outright whatever it is asked to do.</summary>
    internal static bool Refuses(string name) => Find(name) is { Blocked: not null };

    // `tool --help` and `tool --version` alone change nothing, whatever else the tool may do.
    private static bool AsksForHelp(IReadOnlyList<ShellWord> words, CommandModel model) =>
        words.Count == 1 && model.Blocked is null && words[0].Literal is "--help" or "--version";

    private static CommandModel? Find(string name)
    {
        if (Models.TryGetValue(name, out var model) || name.Length == 0)
        {
            return model;
        }

        var slash = name.LastIndexOf('/');
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
