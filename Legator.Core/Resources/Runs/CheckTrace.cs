namespace Legator.Core.Resources.Runs;

/// <summary>What one guardrail check said of a call.</summary>
public sealed record CheckTrace
{
    /// <summary>The check.</summary>
    public required string Check { get; init; }

    /// <summary>Its verdict: pass, allow, deny or needs-approval.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public string? Message { get; init; }
}
