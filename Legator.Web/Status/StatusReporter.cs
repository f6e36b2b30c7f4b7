using System.Reflection;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;

namespace Legator.Web.Status;

/// <summary>Sums up the installation from what the informers know.</summary>
internal sealed class StatusReporter(
    Informer<LegatorAgent> agents,
    Informer<LegatorEnvironment> environments,
    Informer<LegatorRun> runs,
    StatusProblems problems,
    TimeProvider clock)
{
    private const int MostErrors = 5;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(24);

    private static readonly string Version =
        typeof(StatusReporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>The state of one namespace, or of all.</summary>
    public StatusReport Report(string? inNamespace)
    {
        var now = clock.GetUtcNow();
        var only = string.IsNullOrEmpty(inNamespace) ? null : inNamespace;
        var myAgents = agents.All.Where(a => only is null || a.Metadata.Namespace == only).ToList();
        var myRuns = runs.All.Where(r => only is null || r.Metadata.Namespace == only).ToList();
        var counts = Count(myRuns);
        var finished = counts.Succeeded + counts.Failed + counts.Escalated + counts.Blocked;
        var waiting = myRuns.Where(r => PhaseOf(r) == RunPhase.Pending).Min(r => r.Metadata.CreationTimestamp);
        var report = new StatusReport
        {
            Version = Version,
            Time = now,
            State = "",
            Message = "",
            Agents = new AgentCounts(myAgents.Count, myAgents.Count(IsReady), myAgents.Count(a => a.Spec.Paused)),
            Environments = environments.All.Count(e => only is null || e.Metadata.Namespace == only),
            Runs = counts,
            SuccessRate = finished == 0 ? null : Math.Round(100.0 * counts.Succeeded / finished, 1),
            TokensUsed = myRuns.Sum(r => r.Status?.Usage?.TotalTokens ?? 0),
            WaitingSince = waiting,
            NextRun = NextOf(myAgents, now),
            Problems = problems.Find(only, myAgents, waiting, now),
            RecentErrors = Errors(myRuns, now),
        };
        var (state, message) = StatusVerdict.Of(report);
        return report with { State = state, Message = message };
    }

    private static bool IsReady(LegatorAgent agent) => !agent.Spec.Paused && agent.Status?.Phase is AgentPhase.Ready or AgentPhase.Running;

    private static RunPhase PhaseOf(LegatorRun run) => run.Status?.Phase ?? RunPhase.Pending;

    private static RunCounts Count(IReadOnlyCollection<LegatorRun> runs)
    {
        var by = runs.CountBy(PhaseOf).ToDictionary();
        int Of(RunPhase phase) => by.GetValueOrDefault(phase);
        return new RunCounts
        {
            Total = runs.Count,
            Succeeded = Of(RunPhase.Succeeded),
            Failed = Of(RunPhase.Failed),
            Escalated = Of(RunPhase.Escalated),
            Blocked = Of(RunPhase.Blocked),
            Cancelled = Of(RunPhase.Cancelled),
            Running = Of(RunPhase.Running),
            Pending = Of(RunPhase.Pending),
            AwaitingApproval = Of(RunPhase.AwaitingApproval),
        };
    }

    private static NextRun? NextOf(IEnumerable<LegatorAgent> agents, DateTimeOffset now) =>
        agents.Where(a => !a.Spec.Paused && a.Status?.NextRunTime is not null)
            .OrderBy(a => a.Status!.NextRunTime)
            .Select(a => new NextRun(a.Metadata.Namespace!, a.Metadata.Name!, a.Status!.NextRunTime!.Value))
            .FirstOrDefault(next => next.Time > now - TimeSpan.FromMinutes(1));

    private static IReadOnlyList<RunSummary> Errors(IEnumerable<LegatorRun> runs, DateTimeOffset now) =>
    [
        .. runs.Where(r => PhaseOf(r) == RunPhase.Failed && (r.Status?.CompletionTime ?? r.Metadata.CreationTimestamp) > now - Recent)
            .OrderByDescending(r => r.Status?.CompletionTime ?? r.Metadata.CreationTimestamp)
            .Take(MostErrors)
            .Select(RunSummaries.Of),
    ];
}
