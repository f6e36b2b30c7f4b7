using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Goes through a line as its shell would and has every command judged, wherever it stands: in lists, branches, functions, substitutions, here-documents, expressions. What a variable or the directory is, is followed as far as the line itself tells.</summary>
internal static class LineWalker
{
    /// <summary>Everything that the line would do; null when it is too much to tell.</summary>
    /// <param name="host">The host that it runs on.</param>
    /// <param name="rules">What the host allows.</param>
    /// <param name="readings">The line, in every way that a shell may read it.</param>
    public static IReadOnlyList<ProposedAction>? Walk(string host, HostRules rules, IReadOnlyList<CommandList> readings)
    {
        var walk = new WalkState(host, rules);
        foreach (var program in readings)
        {
            walk.Shell = new ShellState();
            NodeWalker.Walk(walk, program, default);
            walk.DefinedFunctions?.WalkUncalled();
        }

        return walk.Exhausted ? null : walk.Findings.Actions;
    }
}
