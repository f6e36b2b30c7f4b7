using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Runner.Rehearsals;

/// <summary>One scene as it was played.</summary>
/// <param name="Name">Its name.</param>
public sealed record PlayedScene(string Name)
{
    /// <summary>Why it was left out; null when it was played.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Autonomy that held.</summary>
    public AutonomyLevel Autonomy { get; init; }

    /// <summary>What the run was asked; null for its ordinary task.</summary>
    public string? Task { get; init; }

    /// <summary>The calls, in order.</summary>
    public IReadOnlyList<PlayedCall> Calls { get; init; } = [];

    /// <summary>How the run ended, e.g. <c>Succeeded</c>; empty when it was left out.</summary>
    public string Phase { get; init; } = "";

    /// <summary>Why it ended so, a sentence.</summary>
    public string Ending { get; init; } = "";

    /// <summary>What it reported.</summary>
    public string Report { get; init; } = "";

    /// <summary>What the report finds.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What was otherwise than the rehearsal expects, a sentence each.</summary>
    public IReadOnlyList<string> Deviations { get; init; } = [];
}
