using Legator.Backends.Kubernetes;
using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Operator.Delegation;

/// <summary>
/// Finds out what stands behind an AgentEvent. Anybody with rights on AgentEvents may write one, so what counts is the run that it names: its snapshot says how far it may go,
/// and its journal whether it asked for this very object.
/// </summary>
internal sealed class EventOrigins(ResourceClient<LegatorRun> runs, IRunJournal journal)
{
    /// <returns>Null when no run stands behind it.</returns>
    /// <exception cref="ClusterException">The API gives no answer now.</exception>
    /// <exception cref="JournalUnavailableException">The journal gives no answer now.</exception>
    public async Task<EventOrigin?> FindAsync(AgentEvent item, CancellationToken cancellationToken)
    {
        var agent = AgentTasks.SourceOf(item);
        if (AgentTasks.RunOf(item) is not { } run
            || await runs.GetAsync(run.Namespace, run.Name, cancellationToken) is not { } stored
            || stored.Spec.AgentRef != agent.Name
            || RunSnapshot.TryRead(stored.Spec.Snapshot, out _) is not { } snapshot)
        {
            return null;
        }

        var deeds = await DeedReader.ReadAsync(journal, run, cancellationToken);
        var task = AgentTasks.IsTask(item);
        var name = item.Metadata.Name;
        return deeds.TaintOf(task ? AgentTasks.DelegateTool : AgentTasks.PublishTool, digest => AgentTasks.NameOf(run, digest, agent.Name, task ? item.Spec.TargetAgent : null) == name) is { } tainted
            ? Of(agent, run, snapshot, tainted)
            : null;
    }

    /// <summary>What counts for an event that no run stands behind: whatever comes of it may only look.</summary>
    public static EventOrigin Nobody(AgentEvent item) => new() { Agent = AgentTasks.SourceOf(item), Autonomy = AutonomyLevel.Observe, Tainted = true };

    private static EventOrigin Of(AgentKey agent, RunKey run, RunSnapshot snapshot, bool tainted) => new()
    {
        Agent = agent,
        Run = run,
        Autonomy = Least(snapshot.Agent.Spec.Guardrails.Autonomy, snapshot.Delegation?.Autonomy),
        Tainted = tainted || snapshot.Delegation?.Tainted == true,
        Rules = snapshot.Agent.Spec.Delegation,
        Led = snapshot.Delegation?.Chain ?? [],
    };

    private static AutonomyLevel Least(AutonomyLevel own, AutonomyLevel? given) => given is { } limit && limit < own ? limit : own;
}
