using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Legator.Core.Runs;

namespace Legator.Runner.Providers.Pace;

/// <summary>One line for each model, address and credential that limits are counted by.</summary>
internal sealed class ModelPaces : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Meter _meter = new("Legator.Runner.Models");
    private readonly Counter<long> _refusals;
    private readonly ConcurrentDictionary<(string Provider, string Model, string? Endpoint, RunSnapshotAuth? Auth), ModelPace> _paces = new();

    public ModelPaces(TimeProvider time)
    {
        _time = time;
        _refusals = _meter.CreateCounter<long>("legator_model_refusals", description: "Requests that a model provider refused because it is asked too often or has too much to do.");
        _meter.CreateObservableGauge("legator_model_requests_waiting", () => Waiting, description: "Requests that wait because a model provider limits how often it is asked.");
    }

    /// <summary>Requests that wait for their turn.</summary>
    public long Waiting => _paces.Values.Sum(pace => (long)pace.Waiting);

    public ModelPace Of(RunSnapshotModel model) => _paces.GetOrAdd((model.Provider, model.Model, model.Endpoint, model.Auth), _ => new ModelPace(_time));

    /// <summary>A provider refused a request.</summary>
    public void Refused(RunSnapshotModel model) => _refusals.Add(1, new KeyValuePair<string, object?>("tier", model.TierName));

    public void Dispose()
    {
        _meter.Dispose();
        foreach (var pace in _paces.Values)
        {
            pace.Dispose();
        }
    }
}
