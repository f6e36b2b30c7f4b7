using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Actions.Classification.Delegation;

/// <summary>Says how bad handing a task to another agent could be: as bad as what that agent may do by itself, so that no agent reaches further through another one.</summary>
public static class DelegationClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "delegation";

    /// <summary>Classifies handing a task over.</summary>
    /// <param name="receiver">Name of the agent that gets the task.</param>
    /// <param name="agents">Autonomy of the agents that are known, by name.</param>
    public static ProposedAction Delegate(string receiver, IReadOnlyDictionary<string, AutonomyLevel> agents)
    {
        var known = agents.TryGetValue(receiver, out var autonomy);
        return new ProposedAction(Domain, "delegate", Target(receiver), known ? Reach(autonomy) : RiskTier.DestructiveMutation)
        {
            Effects = [known ? $"{receiver} may do with it what {autonomy.WireName()} allows" : "nobody knows what the receiver may do"],
            BlockedBecause = known ? null : $"There is no agent '{receiver}' that a task may be handed to.",
            BlockedUnless = known ? null : "Hand the task to an agent of this environment.",
        };
    }

    /// <summary>Classifies what an agent does with the tasks that it was given: looking at them and answering is its own business.</summary>
    /// <param name="verb"><c>check</c>, <c>accept</c>, <c>complete</c>, <c>fail</c> or <c>reject</c>.</param>
    /// <param name="task">Id of the task; null for all of them.</param>
    public static ProposedAction Own(string verb, string? task) =>
        new(Domain, verb, new CanonicalTarget(task is null ? "tasks" : $"task/{task}") { Collection = task is null }, RiskTier.Read)
        {
            Effects = verb == "check" ? [] : ["answers the agent that handed the task over"],
        };

    private static CanonicalTarget Target(string receiver) =>
        new($"agent/{receiver}") { Spellings = [$"agent/{receiver}", receiver] };

    private static RiskTier Reach(AutonomyLevel autonomy) => autonomy switch
    {
        AutonomyLevel.Observe or AutonomyLevel.Recommend => RiskTier.Read,
        AutonomyLevel.AutomateSafe => RiskTier.ServiceMutation,
        _ => RiskTier.DestructiveMutation,
    };
}
