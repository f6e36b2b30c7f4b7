using Legator.Cli.Output;
using Legator.Core.Api;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Cli.Runs;

/// <summary>One line of markup for each journal event that a person wants to see while a run is under way.</summary>
internal static class EventLine
{
    private const int Length = 160;

    public static string? Of(RunEventData data) => data switch
    {
        RunStarted e => $"started on {Safe(e.Runner)}, model {Safe(ModelLabel.Of(e.ModelUsed))}",
        RunResumed e => $"resumed on {Safe(e.Runner)}",
        RunHandedBack e => $"handed back by {Safe(e.Runner)}",
        RunCancelled e => $"{Safe(e.By)} ends the run{(e.Reason is null ? "" : $": {Safe(e.Reason)}")}",
        ToolsDiscovered e => string.Join("; ", e.Servers.Select(s => $"MCP server {Safe(s.Name)}: {(s.Problem is { } problem ? $"[red]cannot be used:[/] {Safe(problem)}" : $"{s.Tools.Count} of its {s.Offers} tools")}")),
        ModelReplied { Text: { Length: > 0 } text } e => $"turn {e.Turn}: {Safe(text)}",
        ModelFailed e => $"[red]model failed:[/] {Safe(e.Message)}",
        ActionJudged e => $"{Sign(e.Verdict.Outcome)} {e.Seq}. {Safe(e.Tool)} {Safe(Target(e))}" + Objection(e.Verdict),
        ApprovalRequested e => $"⏳ {e.Seq}. waits for a decision on {Safe(e.Request)} until {e.ExpiresAt.ToUniversalTime():u}: legator approvals get {Safe(e.Request)}",
        ApprovalDecided e => $"   {e.Seq}. {(e.Approved ? "approved" : "[red]denied[/]")} by {Safe(e.DecidedBy)}{(e.Reason is null ? "" : $": {Safe(e.Reason)}")}",
        ApprovalExpired e => $"   {e.Seq}. [red]nobody decided in time[/]",
        ActionCompleted e => $"   {e.Seq}. {(e.Succeeded ? "done" : e.InDoubt == true ? "[red]failed, and may have taken effect[/]" : "[red]failed[/]")} in {Amounts.Duration(TimeSpan.FromMilliseconds(e.DurationMs))}",
        ActionInterrupted e => $"⚠  {e.Seq}. interrupted, outcome {Wire.Name(e.Outcome)}: {Safe(e.Message)}",
        CredentialIssued e => $"credential {Safe(e.Credential)} issued by Vault for {Amounts.Duration(TimeSpan.FromSeconds(e.TtlSeconds))}",
        NoticeRaised e => $"{(e.IsWarning ? "⚠  " : "")}{Safe(e.Message)}",
        FindingReported { Finding: { } found } => $"{found.Severity}: {(found.Resource is { } about ? $"{Safe(about)}: " : "")}{Safe(found.Message)}",
        ReportWritten e => $"report written, {e.Findings.Count} finding(s)",
        RunFinished e => $"{Wording.Phase(e.Phase)}: {Safe(e.Message)}",
        _ => null,
    };

    private static string Target(ActionJudged judged) => string.Join(", ", judged.Actions.Select(a => a.Target.Text));

    private static string Sign(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Allow => "✅",
        VerdictOutcome.NeedsApproval => "⏳",
        _ => "🚫",
    };

    private static string Objection(Verdict verdict) =>
        verdict.Outcome == VerdictOutcome.Allow ? "" : $" — {verdict.Reason}: {Safe(verdict.Message)}";

    private static string Safe(string? text) => Printer.Safe(Terminal.OneLine(text ?? "", Length));
}
