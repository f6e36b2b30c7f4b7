using Legator.Core.Resources.Environments;
using Legator.Core.Skills;

namespace Legator.Core.Runs;

/// <summary>A skill as it was when the run was made, whole, so that no later change of its source changes the run.</summary>
public sealed record RunSnapshotSkill
{
    /// <summary>Name of the skill.</summary>
    public required string Name { get; init; }

    /// <summary>Version from its frontmatter; null where it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Where it came from, as the agent names it.</summary>
    public required string Source { get; init; }

    /// <summary>The commit, or the digest in a registry, that it was at; null where the source knows neither.</summary>
    public string? Resolved { get; init; }

    /// <summary>SHA-256, lower-case hex, of its content.</summary>
    public required string Digest { get; init; }

    /// <summary>What the model is told.</summary>
    public required string Instructions { get; init; }

    /// <summary>What it declares; null for a skill without an action sheet, which may do nothing.</summary>
    public ActionSheet? Actions { get; init; }

    /// <summary>What the skill wants protected; null without any.</summary>
    public IReadOnlyList<ProtectionClassSpec>? ProtectionClasses { get; init; }

    /// <summary>What the scripted provider plays; null for a skill without one.</summary>
    public Rehearsal? Rehearsal { get; init; }

    /// <summary>Takes a skill into a snapshot.</summary>
    public static RunSnapshotSkill From(Skill skill) => new()
    {
        Name = skill.Name,
        Version = skill.Version,
        Source = skill.Source,
        Resolved = skill.Resolved,
        Digest = skill.Digest,
        Instructions = skill.Instructions,
        Actions = skill.Actions,
        ProtectionClasses = skill.ProtectionClasses,
        Rehearsal = skill.Rehearsal?.Script(),
    };
}
