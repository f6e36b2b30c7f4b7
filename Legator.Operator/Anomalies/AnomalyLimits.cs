using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Operator.Anomalies;

/// <summary>What is unusual for one agent: as its spec says, and where it says nothing as the Operator is configured.</summary>
/// <param name="Enabled">Whether anybody looks.</param>
/// <param name="Lookback">How far back the usual number of runs goes.</param>
/// <param name="Window">Time in which runs are counted.</param>
/// <param name="Threshold">Runs in that time that are nothing special.</param>
/// <param name="Spike">How many times the usual is unusual.</param>
/// <param name="MinScopeDelta">So many more actions than usual there must be.</param>
/// <param name="DriftMinSamples">Earlier runs that it takes to know where an agent usually is.</param>
internal sealed record AnomalyLimits(bool Enabled, TimeSpan Lookback, TimeSpan Window, int Threshold, double Spike, int MinScopeDelta, int DriftMinSamples)
{
    public static AnomalyLimits Of(AnomalyOptions options, AnomalySpec? agent)
    {
        // An agent whose fields are wrong says so in its status, and starts no runs; those that it has are looked at by the Operator's rule.
        var window = GoDuration.TryParse(agent?.FrequencyWindow, out var own, out _) && own > TimeSpan.Zero ? own : options.FrequencyWindow;
        return new(
            agent?.Enabled ?? options.Enabled,
            options.Lookback > window ? options.Lookback : window,
            window,
            agent?.FrequencyThreshold ?? options.FrequencyThreshold,
            (agent?.SpikePercent ?? options.SpikePercent) / 100.0,
            agent?.MinScopeDelta ?? options.MinScopeDelta,
            agent?.DriftMinSamples ?? options.DriftMinSamples);
    }
}
