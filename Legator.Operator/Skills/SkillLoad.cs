using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Operator.Skills;

/// <summary>What became of loading a skill.</summary>
/// <param name="Skill">The skill; null when it cannot be used.</param>
/// <param name="Reason">Why not, as one CamelCase word.</param>
/// <param name="Problems">Why not, all of it.</param>
internal sealed record SkillLoad(Skill? Skill, string Reason, IReadOnlyList<string> Problems)
{
    public const string Loaded = "SkillsLoaded";
    public const string NotFound = "SkillNotFound";
    public const string Invalid = "SkillInvalid";
    public const string InvalidSource = "SkillSourceInvalid";
    public const string Pending = "SkillPending";
    public const string Unavailable = "SkillUnavailable";
    public const string Refused = "SkillRefused";

    /// <summary>What it is pinned to; null for skills of the cluster.</summary>
    public SkillPin? Pin { get; init; }

    /// <summary>What should be known of a skill that can be used.</summary>
    public string? Note { get; init; }

    public static SkillLoad Failed(string reason, string problem) => new(null, reason, [problem]);

    public static SkillLoad Pinned(Skill skill, SkillPin pin, string? note) => new(skill, Loaded, []) { Pin = pin, Note = note };

    public static SkillLoad Of(SkillReading reading) => reading.Skill is { } skill
        ? new SkillLoad(skill, Loaded, [])
        : new SkillLoad(null, Invalid, [.. reading.Problems.Select(problem => problem.ToString())]);
}
