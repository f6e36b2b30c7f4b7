namespace Legator.Core.Resources.Agents;

/// <summary>What the agent's runs emit besides the journal.</summary>
public sealed record ObservabilitySpec
{
    /// <summary>Whether metrics are recorded.</summary>
    public bool Metrics { get; init; } = true;

    /// <summary>Whether traces are recorded.</summary>
    public bool Tracing { get; init; } = true;

    /// <summary>The least severe messages that are logged.</summary>
    public LogLevelName LogLevel { get; init; } = LogLevelName.Info;

    /// <summary>When a run is told of as unlike the others. Unset: as the Operator is configured.</summary>
    public AnomalySpec? Anomalies { get; init; }
}
