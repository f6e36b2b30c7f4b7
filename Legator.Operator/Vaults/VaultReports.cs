using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Operator.Control;

namespace Legator.Operator.Vaults;

/// <summary>What the last look at each environment's Vault found.</summary>
internal sealed class VaultReports
{
    private readonly ConcurrentDictionary<ObjectKey, Aspect> _found = new();

    private event Action<ObjectKey>? Changed;

    /// <summary>What was found last; null when nothing was looked at yet, or there is no Vault.</summary>
    public Aspect? Of(ObjectKey environment) => _found.GetValueOrDefault(environment);

    /// <summary>Follows what is found, as far as it says something else than before.</summary>
    public IDisposable Subscribe(Action<ObjectKey> handler)
    {
        Changed += handler;
        return new Subscription(() => Changed -= handler);
    }

    /// <summary>Keeps what was found; null for nothing.</summary>
    public void Keep(ObjectKey environment, Aspect? found)
    {
        var before = Of(environment);
        if (found is null)
        {
            _found.TryRemove(environment, out _);
        }
        else
        {
            _found[environment] = found;
        }

        if (before != found)
        {
            Changed?.Invoke(environment);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
