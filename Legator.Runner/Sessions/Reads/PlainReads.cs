using Legator.Core.Approvals;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Runner.Gate;
using Legator.Runner.Sessions.Reports;

namespace Legator.Runner.Sessions.Reads;

/// <summary>Tells, from the call and the snapshot alone, whether a reply asks for nothing but looks at the estate. Only a guess, so that nothing is judged twice without need: what the gate says counts.</summary>
internal static class PlainReads
{
    /// <summary>Tools that change nothing of the estate and yet leave something behind, which the next call may ask for.</summary>
    private static readonly string[] LeaveTraces = ["state.set", "state.delete", ActionPlan.Tool, "event.", "a2a."];

    /// <summary>The calls of a reply that wait to be executed, where all of the reply look as if they only read and more than one waits; else none.</summary>
    public static IReadOnlyList<SessionCall> Waiting(SessionTurn turn, RunScope scope, int format)
    {
        if (format == SessionFormat.First || turn.Calls.Count < 2)
        {
            return [];
        }

        var calls = turn.Calls.Where(c => !ReportTool.Takes(c, format)).ToList();
        var waiting = calls.Where(c => !c.IsSettled).ToList();
        return waiting.Count > 1 && calls.All(c => OnlyLooks(c.Call, scope)) ? waiting : [];
    }

    private static bool OnlyLooks(ToolCall call, RunScope scope)
    {
        if (LeaveTraces.Any(tool => call.Tool.StartsWith(tool, StringComparison.Ordinal)))
        {
            return false;
        }

        var found = StandardClassifiers.Classify(call.Tool, call.Arguments, scope.Environment.ForClassifiers());
        return found.Problem is null
            ? found.Actions.All(a => a is { Tier: RiskTier.Read, BlockedBecause: null })
            : scope.Sheet.Entries.Where(e => e.Tool == call.Tool || e.Tool.Contains('*', StringComparison.Ordinal)).All(e => e.Tier == RiskTier.Read);
    }
}
