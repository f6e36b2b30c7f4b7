using Legator.Core.Actions;

namespace Legator.Core.Approvals;

/// <summary>What a person is shown the moment a call is asked for, and what must still be so when it is executed. Arguments are not among it: the call's digest stands for them.</summary>
public sealed record ApprovalTerms
{
    /// <summary>The worst tier of the call.</summary>
    public required RiskTier Tier { get; init; }

    /// <summary>Uid and generation of the agent: a change of its spec is a change of the policy. Null where the agent is gone.</summary>
    public string? Agent { get; init; }

    /// <summary>Uid and generation of the environment. Null where it is gone.</summary>
    public string? Environment { get; init; }

    /// <summary>SHA-256 of all of the target but what the cluster itself keeps writing (status and bookkeeping). Null where the call is about no single object, or the object is not there.</summary>
    public string? Target { get; init; }

    /// <summary>The target's resource version, for people. A status that a controller writes changes it, so it does not count.</summary>
    public string? TargetVersion { get; init; }

    /// <summary>True for the calls of a plan: earlier ones change what later ones are about, so only the policy is compared.</summary>
    public bool AnyTarget { get; init; }

    /// <summary>What has changed since, in words; null when nothing has.</summary>
    /// <param name="now">How things stand now.</param>
    public string? ChangedUntil(ApprovalTerms now) =>
        !AnyTarget && now.Target != Target ? now.Target is null ? "its target is gone" : Target is null ? "its target has appeared" : "its target has changed"
        : now.Agent != Agent ? "the agent's spec has changed"
        : now.Environment != Environment ? "the environment has changed"
        : now.Tier > Tier ? $"it is now a {now.Tier.WireName()}"
        : null;
}
