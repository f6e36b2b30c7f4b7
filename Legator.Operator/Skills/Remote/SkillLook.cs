using Legator.Core.Skills;

namespace Legator.Operator.Skills.Remote;

/// <summary>What the last look at one source found.</summary>
internal sealed record SkillLook
{
    /// <summary>The commit or digest that it stands for; null when it could not be told.</summary>
    public string? Resolved { get; init; }

    /// <summary>The files, where they were needed.</summary>
    public SkillFiles? Files { get; init; }

    /// <summary>ConfigMap with a copy of the files.</summary>
    public string? Copy { get; init; }

    /// <summary>Why it cannot be had, as the end of a sentence; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>True where asking again will not help by itself.</summary>
    public bool Refused { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when it says the same as another.</summary>
    public bool SaysTheSame(SkillLook other) => this with { At = default, Files = null } == other with { At = default, Files = null };
}
