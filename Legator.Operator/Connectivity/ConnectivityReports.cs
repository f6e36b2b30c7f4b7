using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Connectivity;

namespace Legator.Operator.Connectivity;

/// <summary>What the last look at each environment's network found.</summary>
internal sealed class ConnectivityReports
{
    private readonly ConcurrentDictionary<ObjectKey, ConnectivityReport> _reports = new();
    private event Action<ObjectKey>? Changed;

    /// <summary>What was found last; null when nothing was looked at yet, or there is nothing to look at.</summary>
    public ConnectivityReport? Of(ObjectKey environment) => _reports.GetValueOrDefault(environment);

    /// <summary>Follows what is found, as far as it says something else than before.</summary>
    public IDisposable Subscribe(Action<ObjectKey> handler)
    {
        Changed += handler;
        return new Subscription(() => Changed -= handler);
    }

    /// <summary>Keeps what was found; null for nothing.</summary>
    public void Keep(ObjectKey environment, ConnectivityReport? found)
    {
        var before = Of(environment);
        if (found is null)
        {
            _reports.TryRemove(environment, out _);
        }
        else
        {
            _reports[environment] = found;
        }

        if (!ConnectivityAspects.Of(before).SequenceEqual(ConnectivityAspects.Of(found)))
        {
            Changed?.Invoke(environment);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
