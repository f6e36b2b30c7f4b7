namespace Legator.Runner.Tests.Scenarios;

/// <summary>A runner that takes a run up, and how far it gets.</summary>
internal sealed record ScenarioTake
{
    /// <summary>Suffix of the run's name; takes of one run share it.</summary>
    public string Run { get; init; } = "1";

    /// <summary>Where the runner dies: <c>before TYPE SEQ</c> or <c>after TYPE SEQ</c>, TYPE being an event's; null when it lives.</summary>
    public string? Crash { get; init; }

    /// <summary>The run waits for a person after that.</summary>
    public bool Waits { get; init; }

    /// <summary>What somebody decides then: <c>approve</c> or <c>deny</c>; null for nothing.</summary>
    public string? Decide { get; init; }

    /// <summary>Manifests that somebody applies after that, e.g. <c>restart.yaml</c>.</summary>
    public string? Apply { get; init; }

    /// <summary>The LegatorRun is deleted after that.</summary>
    public bool Delete { get; init; }
}
