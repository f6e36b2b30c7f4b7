using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources;

namespace Legator.Operator.Control;

/// <summary>What this process wrote and its informer has not seen yet, so that a controller never works from a state that it itself has changed since.</summary>
internal sealed class LatestWrites<T>
    where T : class, IResource
{
    private readonly ConcurrentDictionary<ObjectKey, (string? Seen, T Written)> _writes = new();

    /// <summary>The newer one of what the informer shows and what was written on top of it.</summary>
    public T Freshest(T cached)
    {
        var key = ObjectKey.Of(cached.Metadata);
        if (!_writes.TryGetValue(key, out var write))
        {
            return cached;
        }

        if (write.Seen == cached.Metadata.ResourceVersion)
        {
            return write.Written;
        }

        _writes.TryRemove(key, out _);
        return cached;
    }

    /// <summary>Remembers a write.</summary>
    /// <param name="cached">The object as the informer showed it at the time.</param>
    /// <param name="written">The object as the API stored it.</param>
    public void Remember(T cached, T written) => _writes[ObjectKey.Of(cached.Metadata)] = (cached.Metadata.ResourceVersion, written);

    /// <summary>The informer shows another version by now, so nothing need be remembered.</summary>
    public void Seen(ObjectKey key, string? version)
    {
        if (_writes.TryGetValue(key, out var write) && write.Seen != version)
        {
            _writes.TryRemove(KeyValuePair.Create(key, write));
        }
    }

    /// <summary>The object is gone, or what was remembered of it proved stale.</summary>
    public void Forget(ObjectKey key) => _writes.TryRemove(key, out _);
}
