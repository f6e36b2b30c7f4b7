using Legator.Core.Actions;
using Legator.Core.Skills;

namespace Legator.Core.Guardrails;

/// <summary>An entry of a skill's action sheet, frozen for a run: what the skill may do, and how bad that is by its author's reckoning.</summary>
/// <param name="Id">Id of the entry, unique within its skill.</param>
/// <param name="Tool">Tool name; <c>*</c> matches any characters.</param>
/// <param name="Tier">The author's reckoning. It can only raise what the classifier says.</param>
public sealed record DeclaredAction(string Id, string Tool, RiskTier Tier)
{
    /// <summary>Skill that declares it.</summary>
    public string Skill { get; init; } = "";

    /// <summary>Glob on the target, optionally led by a verb: <c>deployment/* -n demo</c>, <c>restart deployment/*</c>. Null matches every target of the tool except guarded ones, e.g. Secrets.</summary>
    public string? TargetPattern { get; init; }

    /// <summary>Shortest time between two executions on the same target, across runs; null for none.</summary>
    public TimeSpan? Cooldown { get; init; }

    /// <summary>What must hold before a mutation.</summary>
    public IReadOnlyList<PreCondition> PreConditions { get; init; } = [];

    /// <summary>How it is taken back, in words; null where the sheet does not say. Recorded with the verdict.</summary>
    public string? Rollback { get; init; }

    /// <summary>The same with the call that takes it back, where the sheet has one; null where it does not say.</summary>
    public SkillRollback? Takeback { get; init; }

    /// <summary>What the entry makes stricter by itself, whatever the agent's settings are.</summary>
    public SheetOverride Override { get; init; }

    /// <summary>What is wrong with the entry; an entry with a problem declares nothing. Null when it is sound.</summary>
    public string? Problem { get; init; }
}
