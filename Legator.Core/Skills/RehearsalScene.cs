using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;

namespace Legator.Core.Skills;

/// <summary>One way in which <c>legator rehearse</c> plays a rehearsal: as whom, asked what, and what the world answers. Runs do not read it.</summary>
public sealed record RehearsalScene
{
    /// <summary>What it shows, in a few words; unique in the rehearsal.</summary>
    public required string Name { get; init; }

    /// <summary>Autonomy of the agent; null for the agent's own. A scene is left out when an agent is given that has another one.</summary>
    public AutonomyLevel? Autonomy { get; init; }

    /// <summary>Approval mode of the agent, in the same way.</summary>
    public ApprovalMode? ApprovalMode { get; init; }

    /// <summary>What a person answers who is asked.</summary>
    public RehearsalDecision Approvals { get; init; }

    /// <summary>What starts the run.</summary>
    public RunTrigger Trigger { get; init; } = RunTrigger.Scheduled;

    /// <summary>What to do, in words; null for the ordinary task.</summary>
    public string? Task { get; init; }

    /// <summary>What to do it to; null for nothing in particular.</summary>
    public string? Target { get; init; }

    /// <summary>The turns of this scene; empty for those of the rehearsal.</summary>
    public IReadOnlyList<RehearsalTurn> Turns { get; init; } = [];

    /// <summary>What the world answers in this scene; before all other answers.</summary>
    public IReadOnlyList<RehearsalAnswer> Answers { get; init; } = [];

    /// <summary>What the report must hold a match of; null for anything.</summary>
    public string? Report { get; init; }

    /// <summary>How the run must end; null for any way.</summary>
    public RunPhase? Phase { get; init; }

    /// <summary>What of the scene's own expectations a run did not meet, a sentence each.</summary>
    /// <param name="phase">How the run ended, e.g. <c>Succeeded</c>.</param>
    /// <param name="report">What it reported.</param>
    public IEnumerable<string> Unmet(string phase, string report)
    {
        if (Phase is { } wanted && wanted.ToString() != phase)
        {
            yield return $"the run was to end as {wanted}, and ended as {phase}";
        }

        if (Report is { } pattern && !RehearsalPattern.Compile(pattern).IsMatch(report))
        {
            yield return $"the report was to hold a match of '{pattern}', and holds none";
        }
    }
}
