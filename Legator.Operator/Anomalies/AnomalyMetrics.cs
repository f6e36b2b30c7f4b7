using System.Diagnostics.Metrics;
using Legator.Core.Resources;
using Legator.Core.Runs;

namespace Legator.Operator.Anomalies;

/// <summary>Anomalies in numbers.</summary>
internal sealed class AnomalyMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Operator.Anomalies");
    private readonly Counter<long> _found;

    public AnomalyMetrics() => _found = _meter.CreateCounter<long>("legator_anomalies", description: "Runs that were not as the agent's runs usually are.");

    public void Found(AgentKey agent, string kind, Severity severity) =>
        _found.Add(1, new("namespace", agent.Namespace), new("agent", agent.Name), new("kind", kind), new("severity", severity.ToString().ToLowerInvariant()));

    public void Dispose() => _meter.Dispose();
}
