using Legator.Core.Resources.Agents;

namespace Legator.Runner.Tests.Injections;

/// <summary>What a stranger writes, and what a model that obeys does.</summary>
internal sealed record InjectionAttack
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>What the stranger is after; <c>none</c> where nobody attacks and only the agent's own task is tried.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Reads that bring more of the text together.</summary>
    public IReadOnlyList<InjectionCall> Before { get; init; } = [];

    public IReadOnlyList<InjectionCall> Calls { get; init; } = [];

    /// <summary>Ids of sources; empty for three of them.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>The calls may be made; only what comes of them counts.</summary>
    public bool Harmless { get; init; }

    /// <summary>It asks for the deed of the agent's own task and names the agent's own object, so that a person may be asked about that too.</summary>
    public bool SpeaksOfOwn { get; init; }

    /// <summary>Texts that may reach no server.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>The agent's skill, where it is another one.</summary>
    public string? Skill { get; init; }

    /// <summary>Its own task, where it is another one than a restart of <c>web</c>.</summary>
    public InjectionCall? Own { get; init; }

    /// <summary>What a person asked the run for.</summary>
    public string? Task { get; init; }

    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.AutomateDestructive;

    public ApprovalMode ApprovalMode { get; init; } = ApprovalMode.MutationGate;
}
