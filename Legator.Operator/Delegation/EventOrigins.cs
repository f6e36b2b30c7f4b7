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
        var deed = deeds.Find(task ? AgentTasks.DelegateTool : AgentTasks.PublishTool, digest => AgentTasks.NameOf(run, digest, agent.Name, task ? item.Spec.TargetAgent : null) == name);
        return deed is null || !Says(deed, item, task) ? null : Of(agent, run, snapshot, deed.Tainted);
    }

    /// <summary>An object may have been changed, or copied to another namespace, since the run made it: what its journal says must still stand there.</summary>
    private static bool Says(RunDeed deed, AgentEvent item, bool task)
    {
        var home = AgentTasks.SourceOf(item).Namespace;
        var (here, meant) = (item.Metadata.Namespace ?? "", item.Spec.TargetAgent);
        return task
            ? deed.Text("to") is { } to && DelegationRules.Resolve(to, home) == new AgentKey(here, meant ?? "") && deed.Text("task")?.Trim() == item.Spec.Detail
            : here == home && deed.Text("type") == item.Spec.EventType && deed.Text("to") == meant && deed.Text("detail")?.Trim() == item.Spec.Detail;
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
