namespace Legator.Operator.Anomalies;

/// <summary>When a run is not as the agent's runs usually are, for agents whose spec.observability.anomalies says nothing else; configuration section <c>Operator:Anomalies</c>.</summary>
internal sealed class AnomalyOptions
{
    public const string Section = OperatorOptions.Section + ":Anomalies";

    /// <summary>False: nobody looks. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How far back the usual number of runs goes, 1 h to 30 days. Default 24 h.</summary>
    public TimeSpan Lookback { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Time in which runs are counted, 1 min to <see cref="Lookback"/>. Default 30 min.</summary>
    public TimeSpan FrequencyWindow { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Runs in that time that are nothing special, from 1. Default 6.</summary>
    public int FrequencyThreshold { get; set; } = 6;

    /// <summary>How much of the usual is unusual, in percent, above 100. Default 250.</summary>
    public int SpikePercent { get; set; } = 250;

    /// <summary>So many more actions than usual there must be at least, from 1. Default 5.</summary>
    public int MinScopeDelta { get; set; } = 5;

    /// <summary>Earlier runs that it takes to know where an agent usually is, 1 to 20. Default 5.</summary>
    public int DriftMinSamples { get; set; } = 5;
}
