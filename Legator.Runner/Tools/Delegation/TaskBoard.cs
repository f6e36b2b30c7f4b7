using Legator.Backends.Kubernetes;
using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Tasks and events where they are kept. A runner makes them and reads them; what becomes of them is the Operator's to say.</summary>
internal sealed class TaskBoard(ResourceClient<AgentEvent> events, ResourceClient<LegatorAgent> agents, IRunJournal journal)
{
    public Task<LegatorAgent?> AgentAsync(AgentKey agent, CancellationToken cancellationToken) => agents.GetAsync(agent.Namespace, agent.Name, cancellationToken);

    public Task<AgentEvent?> FindAsync(string inNamespace, string name, CancellationToken cancellationToken) => events.GetAsync(inNamespace, name, cancellationToken);

    /// <summary>What this run did so far.</summary>
    public Task<RunDeeds> DeedsAsync(RunKey run, CancellationToken cancellationToken) => DeedReader.ReadAsync(journal, run, cancellationToken);

    /// <summary>Tasks that an agent gave, the newest first.</summary>
    public async Task<IReadOnlyList<AgentEvent>> GivenAsync(RunScope scope, CancellationToken cancellationToken)
    {
        var all = new List<AgentEvent>();
        foreach (var inNamespace in DelegationRules.Namespaces(scope.Agent, scope.Peers))
        {
            all.AddRange(await SelectAsync(inNamespace, AgentTasks.GivenBy(scope.Agent), cancellationToken));
        }

        return [.. all.Where(item => AgentTasks.SourceOf(item) == scope.Agent).OrderByDescending(item => item.Metadata.CreationTimestamp)];
    }

    /// <summary>Tasks that an agent got, the newest first.</summary>
    public async Task<IReadOnlyList<AgentEvent>> ReceivedAsync(AgentKey agent, CancellationToken cancellationToken) =>
        [.. (await SelectAsync(agent.Namespace, AgentTasks.GivenTo(agent), cancellationToken)).Where(item => item.Spec.TargetAgent == agent.Name).OrderByDescending(item => item.Metadata.CreationTimestamp)];

    /// <summary>Objects that carry the labels.</summary>
    public async Task<IReadOnlyList<AgentEvent>> SelectAsync(string inNamespace, string? labels, CancellationToken cancellationToken) =>
        (await events.ListAsync(inNamespace, new ListQuery { LabelSelector = labels }, cancellationToken)).Items;

    /// <summary>Makes an object.</summary>
    /// <returns>False when it is there already.</returns>
    public async Task<bool> CreateAsync(AgentEvent item, CancellationToken cancellationToken)
    {
        try
        {
            await events.CreateAsync(item, cancellationToken);
            return true;
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>Whether an execution that was cut off made the object.</summary>
    public async Task<Reconciliation> ReconcileAsync(string inNamespace, string name, CancellationToken cancellationToken) =>
        await FindAsync(inNamespace, name, cancellationToken) is not null
            ? new(InterruptedOutcome.Executed, $"{name} is there.")
            : new(InterruptedOutcome.NotExecuted, $"{name} was not made; you may ask again.");
}
