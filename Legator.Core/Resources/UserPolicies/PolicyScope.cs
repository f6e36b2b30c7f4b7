using Legator.Core.Resources.Agents;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>Where a policy counts; an empty list limits nothing.</summary>
public sealed record PolicyScope
{
    /// <summary>Tags of which an agent must have one.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Namespaces.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Names of agents, or prefixes with a * at the end.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>The highest autonomy of agents that they may start. Unset: any.</summary>
    public AutonomyLevel? MaxAutonomy { get; init; }
}
