using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>Whether a policy counts; written by the Operator.</summary>
public sealed record UserPolicyStatus
{
    /// <summary>True when it is valid and counts.</summary>
    public bool? Ready { get; init; }

    /// <summary>The generation of the spec that this status was computed from.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The role that it gives.</summary>
    public string? EffectiveRole { get; init; }

    /// <summary>How many subjects it names.</summary>
    public int? MatchedSubjects { get; init; }

    /// <summary>What is wrong with it, a sentence each.</summary>
    public IReadOnlyList<string> ValidationErrors { get; init; } = [];

    /// <summary>Aspects of the policy, e.g. Ready.</summary>
    [ListMapKey("type")]
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
