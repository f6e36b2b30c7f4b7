using Legator.Backends.Kubernetes;
using Legator.Core.Audit;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Rollbacks;
using Legator.Core.Runs.Events;
using Legator.Core.Runs;
using Legator.Operator.Runs;

namespace Legator.Operator.Rollbacks;

/// <summary>Makes out, from the journal of the run that is meant, what an undo has to do. What cannot be undone becomes a run that says why.</summary>
internal sealed class UndoOrders(ResourceClient<LegatorRun> runs, IRunJournal journal)
{
    private const int Chunk = 500;

    /// <summary>The order with all that it takes back.</summary>
    /// <param name="order">The order.</param>
    /// <param name="agent">The agent that is asked.</param>
    /// <param name="environment">The environment that it works on now; null where there is none.</param>
    /// <param name="text">Value of the annotation.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RunOrder> CompleteAsync(RunOrder order, AgentKey agent, LegatorEnvironment? environment, string text, CancellationToken cancellationToken)
    {
        if (UndoRequest.TryParse(text) is not { } request)
        {
            return order with { Problem = $"The annotation legator.io/undo says '{text}': write the name of a run, or NAME#3,5 for those of its actions, and the word dry-run after it to be shown what would be done." };
        }

        order = order with { UndoOf = request.Run, DryRun = request.DryRun, Task = order.Task ?? Words(request) };
        var run = await runs.GetAsync(agent.Namespace, request.Run, cancellationToken);
        var events = await ReadAsync(new RunKey(agent.Namespace, request.Run), cancellationToken);
        if (Obstacle(request, run, events, agent, environment) is { } obstacle)
        {
            return order with { Problem = obstacle };
        }

        var plan = UndoPlan.Of(events, request.Actions);
        return plan.Steps.Count == 0
            ? order with { Problem = $"Nothing of run '{request.Run}' can be taken back. {string.Join(" ", plan.Left.Select(l => $"Action {l.Seq}: {l.Why}"))}".Trim() }
            : order with { Undo = new RunSnapshotUndo { Run = request.Run, Steps = plan.Steps, Left = plan.Left, DryRun = request.DryRun ? true : null } };
    }

    private static string? Obstacle(UndoRequest request, LegatorRun? run, IReadOnlyList<RunEvent> events, AgentKey agent, LegatorEnvironment? environment) =>
        run is null ? $"There is no run '{request.Run}' in namespace '{agent.Namespace}', so nothing can be taken back."
        : run.Spec.AgentRef != agent.Name ? $"Run '{request.Run}' is one of agent '{run.Spec.AgentRef}': ask that agent to take it back."
        : Elsewhere(run, environment) is { } elsewhere ? elsewhere
        : events is not [.., { Data: RunFinished }] ? $"Run '{request.Run}' is not over yet: take it back when it is."
        : null;

    /// <summary>What was done in one place is not taken back in another, where objects may have the same names.</summary>
    private static string? Elsewhere(LegatorRun run, LegatorEnvironment? environment)
    {
        if (environment is null)
        {
            return null;
        }

        if (run.Spec.EnvironmentRef != environment.Metadata.Name)
        {
            return $"Run '{run.Metadata.Name}' worked on environment '{run.Spec.EnvironmentRef}', and its agent works on '{environment.Metadata.Name}' now, so nothing is taken back there.";
        }

        var then = RunSnapshot.TryRead(run.Spec.Snapshot, out _)?.Environment.Spec;
        return then is not null && CanonicalJson.Sha256(new { then.Connection }) != CanonicalJson.Sha256(new { environment.Spec.Connection })
            ? $"The connection of environment '{environment.Metadata.Name}' was changed since run '{run.Metadata.Name}', so nobody can say that it is the same place: nothing is taken back there."
            : null;
    }

    private static string Words(UndoRequest request)
    {
        var what = request.Actions.Count == 0 ? $"run {request.Run}" : $"{(request.Actions.Count == 1 ? "action" : "actions")} {string.Join(", ", request.Actions)} of run {request.Run}";
        return request.DryRun ? $"Show what taking back {what} would do, and change nothing" : $"Take back {what}";
    }

    private async Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, CancellationToken cancellationToken)
    {
        var events = new List<RunEvent>();
        IReadOnlyList<RunEvent> chunk;
        do
        {
            chunk = await journal.ReadAsync(run, events.Count == 0 ? 0 : events[^1].Sequence, Chunk, cancellationToken);
            events.AddRange(chunk);
        }
        while (chunk.Count == Chunk);
        return events;
    }
}
