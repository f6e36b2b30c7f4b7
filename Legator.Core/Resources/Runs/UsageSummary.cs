namespace Legator.Core.Resources.Runs;

/// <summary>What a run used.</summary>
public sealed record UsageSummary
{
    /// <summary>Tokens sent to the model.</summary>
    public long TokensIn { get; init; }

    /// <summary>Tokens received from the model.</summary>
    public long TokensOut { get; init; }

    /// <summary>Both together.</summary>
    public long TotalTokens { get; init; }

    /// <summary>How many of the tokens in the provider read from its cache; unset when none.</summary>
    public long? CachedTokensIn { get; init; }

    /// <summary>Turns of the model.</summary>
    public int Iterations { get; init; }

    /// <summary>From start to completion, in milliseconds, without waiting for approvals.</summary>
    public long WallClockMs { get; init; }

    /// <summary>Price in US dollars, as $0.1234; unset where the tier has no prices.</summary>
    public string? EstimatedCost { get; init; }
}
