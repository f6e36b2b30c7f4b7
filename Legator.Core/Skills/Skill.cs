using Legator.Core.Resources.Environments;

namespace Legator.Core.Skills;

/// <summary>A skill, read and validated: what the model is told, what it may therefore propose, and what the scripted provider plays.</summary>
public sealed record Skill
{
    /// <summary>Name from the front matter, else the name by which the agent refers to it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in a sentence; null where the front matter has none.</summary>
    public string? Description { get; init; }

    /// <summary>Version from the front matter; null where it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Where it came from, as the agent names it.</summary>
    public required string Source { get; init; }

    /// <summary>The commit, or the digest in a registry, that it was at; null where the source knows neither.</summary>
    public string? Resolved { get; init; }

    /// <summary>What the model is told; Markdown.</summary>
    public required string Instructions { get; init; }

    /// <summary>What it declares; null without an action sheet: then nothing may be done.</summary>
    public ActionSheet? Actions { get; init; }

    /// <summary>What the skill wants protected from every action of its runs; null without any.</summary>
    public IReadOnlyList<ProtectionClassSpec>? ProtectionClasses { get; init; }

    /// <summary>What the scripted provider plays; null without one.</summary>
    public Rehearsal? Rehearsal { get; init; }

    /// <summary>SHA-256, lower-case hex, of the canonical content (everything but where it came from).</summary>
    public required string Digest { get; init; }
}
