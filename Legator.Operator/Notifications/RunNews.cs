using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Anomalies;
using Legator.Operator.Notifications.Rules;

namespace Legator.Operator.Notifications;

/// <summary>Says what an event of a run's journal is to people: by the rules of the run's snapshot, to the channels of its environment.</summary>
internal sealed partial class RunNews(
    IRunJournal journal,
    ResourceClient<LegatorRun> runs,
    Informer<LegatorAgent> agents,
    Informer<LegatorEnvironment> environments,
    Composer composer,
    RunMetrics metrics,
    AnomalyWatch anomalies,
    ILogger<RunNews> logger)
{
    private const int PageSize = 500;

    // An action sheet may want people to look at a pre-condition that does not hold, whatever its agent says of refusals.
    private static readonly EscalationSpec ToPeople = new() { Target = EscalationTarget.Human };

    /// <summary>What was remembered for the events to come may be old.</summary>
    public void Begin() => anomalies.Begin();

    /// <summary>The messages; none for what nobody is told of.</summary>
    public async Task<IReadOnlyList<Notification>> OfAsync(RunEvent next, CancellationToken cancellationToken) => next.Data switch
    {
        RunFinished => await EndedAsync(next, cancellationToken),
        ApprovalRequested asked => await AskedAsync(next, asked, cancellationToken),
        ActionJudged { AwaitsAnswer: not true } judged when Refusals.IsEscalated(judged.Verdict) => await RefusedAsync(next, judged, cancellationToken),
        _ => [],
    };

    private async Task<IReadOnlyList<Notification>> EndedAsync(RunEvent end, CancellationToken cancellationToken)
    {
        if (await FindAsync(end.Run, cancellationToken) is not { } run)
        {
            return [];
        }

        var status = RunProjection.Of(run.Snapshot, await ReadAsync(end.Run, cancellationToken)).Status;
        var unusual = await anomalies.EndedAsync(run, status, end.Time, cancellationToken);
        metrics.Ended(run, status);
        var telling = Telling.Of(run.Spec?.Reporting, status);
        if (telling.Action == ReportingAction.Log)
        {
            Log.Told(logger, end.Run, run.Agent, status.Phase ?? RunPhase.Failed, status.Reason ?? "", status.Findings.Count, status.Usage?.EstimatedCost ?? "unknown");
        }

        var onAnomaly = (run.Spec?.Reporting ?? new ReportingSpec()).OnAnomaly;
        foreach (var anomaly in onAnomaly == ReportingAction.Log ? unusual : [])
        {
            Log.Unusual(logger, end.Run, run.Agent, anomaly.Kind, anomaly.Summary);
        }

        return [.. composer.Ended(run, end, status, telling), .. unusual.SelectMany(anomaly => composer.Unusual(run, end, anomaly, onAnomaly))];
    }

    private async Task<IReadOnlyList<Notification>> AskedAsync(RunEvent question, ApprovalRequested asked, CancellationToken cancellationToken) =>
        await FindAsync(question.Run, cancellationToken) is { } run && (await RunApprovals.ReadAsync(journal, question.Run, cancellationToken)).Find(asked.Request) is { } approval
            ? composer.Asked(run, question, approval)
            : [];

    private async Task<IReadOnlyList<Notification>> RefusedAsync(RunEvent judgement, ActionJudged judged, CancellationToken cancellationToken) =>
        await FindAsync(judgement.Run, cancellationToken) is { Spec: not null } run
        && (run.Spec.Guardrails.Escalation ?? (judged.Verdict.Reason == GuardrailReason.PreConditionEscalated ? ToPeople : null)) is { } escalation
            ? composer.Refused(run, judgement, judged, escalation)
            : [];

    /// <returns>Null when somebody deleted the run.</returns>
    private async Task<NotifiedRun?> FindAsync(RunKey key, CancellationToken cancellationToken)
    {
        if (await runs.GetAsync(key.Namespace, key.Name, cancellationToken) is not { } stored)
        {
            return null;
        }

        var snapshot = RunSnapshot.TryRead(stored.Spec.Snapshot, out _);
        var name = snapshot?.Environment.Name ?? stored.Spec.EnvironmentRef;
        var environment = environments.TryGet(key.Namespace, name)?.Spec ?? snapshot?.Environment.Spec ?? new LegatorEnvironmentSpec();
        return new NotifiedRun(key, stored.Spec.AgentRef, name, environment, snapshot, snapshot?.Agent.Spec ?? agents.TryGet(key.Namespace, stored.Spec.AgentRef)?.Spec);
    }

    private async Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, CancellationToken cancellationToken)
    {
        var events = new List<RunEvent>();
        while (true)
        {
            var page = await journal.ReadAsync(run, events.Count, PageSize, cancellationToken);
            events.AddRange(page);
            if (page.Count < PageSize)
            {
                return events;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5802, LogLevel.Information, "Run {Run} of {Agent} is over: {Phase} ({Reason}), {Findings} findings, cost {Cost}")]
        public static partial void Told(ILogger logger, RunKey run, string agent, RunPhase phase, string reason, int findings, string cost);

        [LoggerMessage(5803, LogLevel.Warning, "Run {Run} of {Agent} is not as usual: {Kind}: {Summary}")]
        public static partial void Unusual(ILogger logger, RunKey run, string agent, string kind, string summary);
    }
}
