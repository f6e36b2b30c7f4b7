namespace Legator.Core.Resources.Agents;

/// <summary>What a skill from outside of the cluster was when it was taken; written by the Operator.</summary>
public sealed record SkillPin
{
    /// <summary>Name by which the agent refers to it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is, as the agent says it.</summary>
    public required string Source { get; init; }

    /// <summary>The commit, or the digest of the manifest in the registry.</summary>
    public required string Resolved { get; init; }

    /// <summary>SHA-256, lower-case hex, of the skill's content; runs name the same.</summary>
    public required string Digest { get; init; }

    /// <summary>ConfigMap of the agent's namespace with a copy, named after the texts in it. Runs go on with it while the source is down.</summary>
    public required string Copy { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? Since { get; init; }
}
