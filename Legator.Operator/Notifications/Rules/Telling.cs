using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;

namespace Legator.Operator.Notifications.Rules;

/// <summary>How loudly the end of a run is told.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Action">What the agent's spec.reporting says.</param>
internal sealed record Telling(NotificationKind Kind, Severity Severity, ReportingAction Action)
{
    /// <summary>What an agent's rules say of a run that is over. An escalation is told whatever they say; of two rules that fit, the louder counts.</summary>
    public static Telling Of(ReportingSpec? reporting, LegatorRunStatus run)
    {
        var rules = reporting ?? new ReportingSpec();
        var worst = run.Findings.Count == 0 ? Severity.Info : run.Findings.Max(finding => finding.Severity);
        return run.Phase switch
        {
            RunPhase.Escalated or RunPhase.Blocked => new(NotificationKind.RunEscalated, Severity.Critical, ReportingAction.Escalate),
            RunPhase.Cancelled => new(NotificationKind.RunFailed, Severity.Info, ReportingAction.Log),
            RunPhase.Succeeded when run.Findings.Count > 0 => new(NotificationKind.RunFound, worst, rules.OnFinding),
            RunPhase.Succeeded => new(NotificationKind.RunSucceeded, Severity.Info, rules.OnSuccess),
            _ => new(NotificationKind.RunFailed, worst > Severity.Warning ? worst : Severity.Warning, run.Findings.Count > 0 && rules.OnFinding > rules.OnFailure ? rules.OnFinding : rules.OnFailure),
        };
    }
}
