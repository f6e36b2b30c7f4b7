namespace Legator.Core.Resources.Agents;

/// <summary>When a run of the agent is not as its runs usually are. Each field that is not set is as the Operator is configured (Operator:Anomalies).</summary>
public sealed record AnomalySpec
{
    /// <summary>False: nobody looks. Unset: as the Operator, which looks.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The time in which runs are counted, as a Go duration, 1m to 24h. Unset: as the Operator, 30m.</summary>
    public string? FrequencyWindow { get; init; }

    /// <summary>Runs in that time that are nothing special, from 1. Unset: as the Operator, 6.</summary>
    public int? FrequencyThreshold { get; init; }

    /// <summary>How much of the usual is unusual, in percent, above 100. Unset: as the Operator, 250.</summary>
    public int? SpikePercent { get; init; }

    /// <summary>So many more actions than usual there must be, from 1. Unset: as the Operator, 5.</summary>
    public int? MinScopeDelta { get; init; }

    /// <summary>Earlier runs that it takes to know where an agent usually is, 1 to 20. Unset: as the Operator, 5.</summary>
    public int? DriftMinSamples { get; init; }
}
