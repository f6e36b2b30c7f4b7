using Legator.Core.Guardrails.Patterns;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Core.Delegation;

/// <summary>Who may get whom to act. Both sides must agree, nobody is asked twice on one way, and the way is short.</summary>
public static class DelegationRules
{
    /// <summary>Most agents that may lead to a run: a task may be handed on, and what comes of it once more.</summary>
    public const int MostDepth = 3;

    /// <summary>Why a task or event of one agent does not start a run of another; null when it may.</summary>
    /// <param name="from">The agent that gives.</param>
    /// <param name="sender">Its rules.</param>
    /// <param name="to">The agent that gets.</param>
    /// <param name="receiver">Its rules.</param>
    /// <param name="led">The agents that led to the giving run, as <c>namespace/name</c>.</param>
    public static string? Refusal(AgentKey from, DelegationSpec? sender, AgentKey to, DelegationSpec? receiver, IReadOnlyList<string> led) =>
        from == to ? $"{to} cannot hand anything to itself."
        : led.Contains(to.ToString()) ? $"{to} led to this run itself: a circle of agents would never end."
        : led.Count + 1 > MostDepth ? $"{MostDepth} agents handed this on already, which is the most."
        : !Matches(sender?.AllowTo, to, from.Namespace) ? $"spec.delegation.allowTo of {from} does not name {to}."
        : !Accepts(from, to, receiver) ? $"spec.delegation.acceptFrom of {to} does not name {from}."
        : null;

    /// <summary>True when an agent takes tasks and events of another.</summary>
    public static bool Accepts(AgentKey from, AgentKey to, DelegationSpec? receiver) => Matches(receiver?.AcceptFrom, from, to.Namespace);

    /// <summary>Finds the agent that a name stands for.</summary>
    /// <param name="name">A name, or <c>namespace/name</c>.</param>
    /// <param name="home">The namespace of a bare name.</param>
    public static AgentKey Resolve(string name, string home) =>
        name.Split('/') is [var inNamespace, var bare] ? new AgentKey(inNamespace, bare) : new AgentKey(home, name);

    /// <summary>Namespaces in which an agent may have given tasks.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="sender">Its rules.</param>
    public static IReadOnlyList<string> Namespaces(AgentKey agent, DelegationSpec? sender) =>
        [.. (sender?.AllowTo ?? []).Select(entry => Resolve(entry, agent.Namespace).Namespace).Append(agent.Namespace).Distinct(StringComparer.Ordinal)];

    private static bool Matches(IReadOnlyList<string>? entries, AgentKey other, string home) => entries is null
        ? other.Namespace == home
        : entries.Any(entry => Resolve(entry, home) is var allowed && allowed.Namespace == other.Namespace && new Glob(allowed.Name).Matches(other.Name));
}
