namespace Legator.Core.Resources.Events;

/// <summary>Names of what the Operator tells when a run is not as the agent's runs usually are.</summary>
public static class AnomalyEvents
{
    /// <summary>Type of every such event; no agent may tell of one.</summary>
    public const string EventType = "anomaly";

    /// <summary>Label on the event: which kind.</summary>
    public const string KindLabel = LegatorApi.Group + "/anomaly-type";

    /// <summary>Many more runs than usual.</summary>
    public const string Frequency = "frequency-spike";

    /// <summary>A run with many more actions than usual.</summary>
    public const string Scope = "scope-spike";

    /// <summary>A run that was where the agent never was.</summary>
    public const string Drift = "target-drift";

    /// <summary>A run that used tools of a kind that the agent never used.</summary>
    public const string Tools = "tool-drift";
}
