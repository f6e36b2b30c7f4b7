using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Scheduling;
using Legator.Core.Skills;
using Legator.Operator.Control;
using Legator.Operator.Skills;

namespace Legator.Operator.Agents;

/// <summary>What was found of everything that an agent refers to.</summary>
internal sealed record AgentReview
{
    public required Aspect Environment { get; init; }

    public required Aspect Model { get; init; }

    public required Aspect Skills { get; init; }

    /// <summary>Its webhooks and Kubernetes Events; null for an agent without. What is wrong with them stops nothing else.</summary>
    public Aspect? Triggers { get; init; }

    /// <summary>The agent's schedule; without one, <c>Errors</c> says why.</summary>
    public required ScheduleParse Schedule { get; init; }

    /// <summary>What is wrong with the agent's own fields.</summary>
    public required IReadOnlyList<string> FieldProblems { get; init; }

    public LegatorEnvironment? FoundEnvironment { get; init; }

    public RunSnapshotModel? FoundModel { get; init; }

    public IReadOnlyList<Skill> FoundSkills { get; init; } = [];

    /// <summary>What the skills from outside of the cluster are pinned to.</summary>
    public IReadOnlyList<SkillPin> Pins { get; init; } = [];

    /// <summary>Why a run cannot be given a snapshot; null when it can. The schedule plays no part: a person may start what the clock cannot.</summary>
    public string? Problem => Sentence(
        [.. FieldProblems, .. new[] { Environment, Model, Skills }.Where(aspect => !aspect.Holds).Select(aspect => aspect.Message)]);

    /// <summary>True when the agent can do all that it was written for.</summary>
    public bool IsReady => Problem is null && Schedule.IsValid;

    /// <summary>True while a skill is fetched for the first time: then nothing is refused yet.</summary>
    public bool IsPending => !Skills.Holds && Skills.Reason == SkillLoad.Pending;

    /// <summary>True when something that the agent itself says cannot be; false when something else is missing.</summary>
    public bool IsMalformed => FieldProblems.Count > 0 || !Schedule.IsValid || (!Skills.Holds && Skills.Reason is not (SkillLoad.NotFound or SkillLoad.Pending or SkillLoad.Unavailable));

    /// <summary>The condition that sums the others up.</summary>
    public Aspect Ready()
    {
        if (IsReady)
        {
            return new Aspect(AgentConditions.Ready, true, AgentConditions.AgentReady, "The agent can run.");
        }

        var reason = FieldProblems.Count > 0 || !Schedule.IsValid ? AgentConditions.InvalidSpec : new[] { Environment, Model, Skills }.First(aspect => !aspect.Holds).Reason;
        return new Aspect(AgentConditions.Ready, false, reason, Sentence([.. Schedule.Errors, .. Problem is { } problem ? [problem] : Array.Empty<string>()])!);
    }

    private static string? Sentence(IReadOnlyList<string> parts) =>
        parts.Count == 0 ? null : string.Join("; ", parts.Select(part => part.TrimEnd('.'))) + ".";
}
