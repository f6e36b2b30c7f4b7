using System.Globalization;
using Legator.Core.Api;

namespace Legator.Web.Status;

/// <summary>Says in a word and a sentence how things stand.</summary>
internal static class StatusVerdict
{
    public static (string State, string Message) Of(StatusReport report) => report switch
    {
        { Problems: [var only] } => ("degraded", $"{only.Kind} {only.Name}: {only.Reason}."),
        { Problems: [var first, ..] } => ("degraded", $"{report.Problems.Count} problems, the first: {first.Kind} {first.Name}: {first.Reason}."),
        { Runs: { Running: > 0 } runs } => ("working", $"{Count(runs.Running, "run")} under way."),
        { Runs: { AwaitingApproval: > 0 } runs } => ("working", $"{Count(runs.AwaitingApproval, "run")} {(runs.AwaitingApproval == 1 ? "waits" : "wait")} for a person's decision."),
        { Runs: { Pending: > 0 } runs } => ("working", $"{Count(runs.Pending, "run")} about to start."),
        { Agents.Total: 0 } => ("idle", "there are no agents. Apply one: kubectl apply -f examples/quickstart/"),
        { Agents: { Paused: var paused, Total: var total } } when paused == total => ("idle", "every agent is paused. Set spec.paused to false to go on."),
        { NextRun: { } next } => ("idle", $"nothing is due; next is {next.Namespace}/{next.Agent} at {next.Time.UtcDateTime.ToString("HH:mm:ss 'UTC' (yyyy-MM-dd)", CultureInfo.InvariantCulture)}."),
        _ => ("idle", "no agent has a schedule; start one with 'legator run <agent>'."),
    };

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
