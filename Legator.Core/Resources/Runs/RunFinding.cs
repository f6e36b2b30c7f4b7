namespace Legator.Core.Resources.Runs;

/// <summary>Something that a run found.</summary>
public sealed record RunFinding
{
    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it is about, e.g. deployment/web -n demo.</summary>
    public string? Resource { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Message { get; init; }
}
