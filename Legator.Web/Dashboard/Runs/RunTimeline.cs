using System.Globalization;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Web.Dashboard.Runs;

/// <summary>A journal as a person reads it: each action with its verdict and outcome in one place.</summary>
internal static class RunTimeline
{
    private const int LongText = 300;

    public static IReadOnlyList<TimelineEntry> Of(IReadOnlyList<RunEvent> events)
    {
        var entries = new List<TimelineEntry>();
        foreach (var next in events)
        {
            switch (next.Data)
            {
                case ActionJudged judged:
                    entries.Add(Judged(next, judged));
                    break;
                case ActionIntended e:
                    Change(entries, e.Seq, a => a with { Status = "running" });
                    break;
                case ActionCompleted e:
                    Change(entries, e.Seq, a => a with
                    {
                        Status = e.InDoubt == true ? "unknown" : !e.Succeeded ? "failed" : a.Verdict.Reason == GuardrailReason.Approved ? "approved" : "executed",
                        Result = e.Result,
                        Took = Amounts.Duration(TimeSpan.FromMilliseconds(e.DurationMs)),
                    });
                    break;
                case ActionInterrupted e:
                    Change(entries, e.Seq, a => a with
                    {
                        Status = e.Outcome switch { InterruptedOutcome.Executed => "executed", InterruptedOutcome.Unknown => "unknown", _ => "failed" },
                        Interruption = e.Message,
                    });
                    break;
                default:
                    if (Milestone(next) is { } milestone)
                    {
                        entries.Add(milestone);
                    }

                    break;
            }
        }

        return entries;
    }

    private static MilestoneEntry? Milestone(RunEvent next) => next.Data switch
    {
        RunStarted e => New(next, "Started", $"Taken up by {e.Runner}."),
        ApprovalRequested e => New(next, "Asked", $"A person has to decide until {e.ExpiresAt.ToUniversalTime():u}.") with { Tone = "warn", Approval = e.Request },
        ApprovalDecided e => New(next, e.Approved ? "Approved" : "Denied", $"{e.DecidedBy} {(e.Approved ? "approved" : "denied")} {e.Request}{(e.Reason is null ? "." : $": {e.Reason}")}"),
        ApprovalExpired e => New(next, "Expired", $"Nobody decided on {e.Request} in time, which counts as a refusal.") with { Tone = "warn" },
        RunResumed e => New(next, "Resumed", $"Taken up again by {e.Runner}, after its runner died or handed it back.") with { Tone = "warn" },
        RunHandedBack e => New(next, "Handed back", $"{e.Runner} stopped; another runner goes on."),
        RunCancelled e => New(next, "Cancelled", $"{e.By} ended the run{(e.Reason is null ? "." : $": {e.Reason}")}") with { Tone = "warn" },
        PromptAssembled e => New(next, "Prompt assembled") with { Details = [("System prompt", e.System), ("First message", e.User)] },
        ToolsDiscovered e => New(next, "Tools found", string.Join(" ", e.Servers.Select(s => s.Problem is { } problem ? $"{s.Name}: {problem}" : $"{s.Name}: {s.Tools.Count} of its {s.Offers} tools.")))
            with { Tone = e.Servers.All(s => s.Problem is null) ? "ok" : "warn", Details = [("Left out", string.Join('\n', e.Servers.SelectMany(s => s.Refused)))] },
        ModelReplied e => Turn(next, e),
        ModelFailed e => New(next, $"The model failed on turn {e.Turn}", e.Message) with { Tone = "bad" },
        CredentialIssued e => New(next, "Credential issued", $"Vault made {e.Credential} for this run: {e.Id}."),
        VaultSessionClosed => New(next, "Credentials revoked", "Nothing that Vault made for this run is left."),
        NoticeRaised e => New(next, e.IsWarning ? "Warning" : "Notice", e.Message) with { Tone = e.IsWarning ? "warn" : "ok" },
        FindingReported { Finding: { } found } => New(next, $"Finding: {found.Severity}", $"{(found.Resource is { } about ? $"{about}: " : "")}{found.Message}") with { Tone = found.Severity == "info" ? "ok" : "warn" },
        ReportWritten e => New(next, "Report written", e.Findings.Count == 1 ? "1 finding." : $"{e.Findings.Count} findings.") with { Tone = "ok" },
        RunFinished e => New(next, e.Phase, e.Message) with { Tone = e.Phase switch { "Succeeded" => "ok", "Failed" => "bad", _ => "warn" } },
        _ => null,
    };

    private static MilestoneEntry New(RunEvent next, string title, string? text = null) => new(next.Sequence, TimeOf(next), title, text);

    private static MilestoneEntry Turn(RunEvent next, ModelReplied reply)
    {
        // The last reply is the report as a rule, which stands on the page already: long texts are folded away.
        var isLong = reply.Text.Length > LongText;
        return New(next, $"Turn {reply.Turn}", isLong ? null : reply.Text) with
        {
            Note = Usage(reply),
            Details = isLong ? [("Reply", reply.Text)] : [],
        };
    }

    private static string? Usage(ModelReplied e) => e.TokensIn + e.TokensOut == 0
        ? null
        : FormattableString.Invariant($"{e.TokensIn} tokens in · {e.TokensOut} out · {Amounts.Duration(TimeSpan.FromMilliseconds(e.DurationMs))}");

    private static ActionEntry Judged(RunEvent next, ActionJudged judged) => new(next.Sequence, TimeOf(next), judged.Seq, judged.Tool, judged.Verdict)
    {
        Target = string.Join(", ", judged.Actions.Select(a => a.Target.Text)),
        Arguments = JsonSerializer.Serialize(judged.Arguments, LegatorJson.Indented),
        Digest = judged.Digest.Value,
        Proposed = judged.Actions,
        Status = judged.Verdict switch
        {
            { Outcome: VerdictOutcome.Allow } => "allowed",
            { Outcome: VerdictOutcome.NeedsApproval } => "pending-approval",
            { Reason: GuardrailReason.CooldownActive or GuardrailReason.PreConditionSkipped or GuardrailReason.DryRun } => "skipped",
            { Reason: GuardrailReason.ApprovalDenied or GuardrailReason.ApprovalExpired } => "denied",
            _ => "blocked",
        },
    };

    private static void Change(List<TimelineEntry> entries, int seq, Func<ActionEntry, ActionEntry> change)
    {
        if (entries.FindLastIndex(e => e is ActionEntry a && a.Seq == seq) is >= 0 and var index)
        {
            entries[index] = change((ActionEntry)entries[index]);
        }
    }

    private static string TimeOf(RunEvent next) => next.Time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
