using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Scheduling;

namespace Legator.Core.Skills;

/// <summary>One entry of an action sheet.</summary>
public sealed record SkillAction
{
    /// <summary>Unique within the sheet; written as <c>id</c> or <c>name</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Tool, e.g. <c>kubectl.get</c>; <c>*</c> stands for any characters.</summary>
    public required string Tool { get; init; }

    /// <summary>Glob over the tool's targets, written as <c>targetPattern</c> or <c>pattern</c>; null for every target.</summary>
    public string? TargetPattern { get; init; }

    /// <summary>How bad it is by the author's reckoning; it can only raise what the classifier says.</summary>
    public required RiskTier Tier { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>What else it changes, a sentence each.</summary>
    public IReadOnlyList<string> SideEffects { get; init; } = [];

    /// <summary>What must hold before it is done.</summary>
    public IReadOnlyList<PreCondition> PreConditions { get; init; } = [];

    /// <summary>How it is taken back; null where it cannot be or need not be.</summary>
    public SkillRollback? Rollback { get; init; }

    /// <summary>Shortest time between two executions on one target, across runs, as a Go duration; null for none.</summary>
    public string? Cooldown { get; init; }

    /// <summary>What it does to data; its first word counts: <c>none</c> or <c>reads</c>, <c>adds</c> (a service mutation at least), <c>changes</c> or <c>removes</c> (a data mutation, which no agent does).</summary>
    public string? DataImpact { get; init; }

    /// <summary>What the gate does stricter than the agent's settings say: <c>none</c>, <c>approval</c> or <c>deny</c>. It never loosens a guardrail.</summary>
    public string? RuntimeOverride { get; init; }

    /// <summary>The entry as the gate takes it.</summary>
    public DeclaredAction Declare(string skill) => new(Id, Tool, SheetWords.Worse(Tier, DataImpact))
    {
        Skill = skill,
        TargetPattern = TargetPattern,
        Cooldown = GoDuration.TryParse(Cooldown, out var cooldown, out _) ? cooldown : null,
        PreConditions = PreConditions,
        Rollback = Rollback is null ? null : Rollback.Command is null ? Rollback.Description : $"{Rollback.Description} ({Rollback.Command})".TrimStart(),
        Takeback = Rollback,
        Override = SheetWords.Override(RuntimeOverride) ?? SheetOverride.Deny,
        Problem = Cooldown is not null && !GoDuration.TryParse(Cooldown, out _, out var error) ? $"cooldown: {error}" : SheetWords.Problem(DataImpact, RuntimeOverride),
    };
}
