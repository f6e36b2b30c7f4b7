using System.Collections.Concurrent;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>What the informer knows. One writer at a time; readers never wait.</summary>
internal sealed class InformerStore<T>
    where T : class, IResource
{
    private readonly ConcurrentDictionary<ObjectKey, T> objects = new();
    private readonly ConcurrentDictionary<ObjectKey, MalformedResource> malformed = new();
    private readonly ConcurrentDictionary<string, InformerIndex<T>> indexes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<ObjectKey, T> Objects => objects;

    public IReadOnlyDictionary<ObjectKey, MalformedResource> Malformed => malformed;

    public void AddIndex(string name, Func<T, IEnumerable<string>> keys)
    {
        var index = new InformerIndex<T>(keys);
        foreach (var (key, value) in objects)
        {
            index.Update(key, null, value);
        }

        if (!indexes.TryAdd(name, index))
        {
            throw new InvalidOperationException($"The informer of {typeof(T).Name} already has an index '{name}'.");
        }
    }

    public IReadOnlyCollection<T> ByIndex(string name, string key) => indexes.TryGetValue(name, out var index)
        ? index.Find(key)
        : throw new InvalidOperationException($"The informer of {typeof(T).Name} has no index '{name}': add it where the informer is registered.");

    /// <summary>Takes a version of an object over; yields what changed, nothing when that version is known.</summary>
    public IEnumerable<ResourceChange<T>> Put(T value)
    {
        var key = ObjectKey.Of(value.Metadata);
        objects.TryGetValue(key, out var old);
        var wasMalformed = malformed.TryRemove(key, out _);
        if (old is not null && old.Metadata.ResourceVersion == value.Metadata.ResourceVersion && !wasMalformed)
        {
            yield break;
        }

        if (old is not null && old.Metadata.Uid != value.Metadata.Uid)
        {
            // Deleted and made anew while nobody watched: two facts, not one.
            Set(key, old, null);
            yield return new ResourceChange<T>(key, old, null, null);
            old = null;
        }

        Set(key, old, value);
        yield return new ResourceChange<T>(key, old, value, null);
    }

    public IEnumerable<ResourceChange<T>> PutMalformed(MalformedResource value)
    {
        var key = ObjectKey.Of(value.Metadata);
        if (malformed.TryGetValue(key, out var known) && known.Metadata.ResourceVersion == value.Metadata.ResourceVersion)
        {
            yield break;
        }

        objects.TryGetValue(key, out var old);
        Set(key, old, null);
        malformed[key] = value;
        yield return new ResourceChange<T>(key, old, null, value);
    }

    public IEnumerable<ResourceChange<T>> Remove(ObjectKey key)
    {
        var known = malformed.TryRemove(key, out _);
        if (objects.TryGetValue(key, out var old))
        {
            Set(key, old, null);
            known = true;
        }

        if (known)
        {
            yield return new ResourceChange<T>(key, old, null, null);
        }
    }

    private void Set(ObjectKey key, T? old, T? value)
    {
        if (value is not null)
        {
            objects[key] = value;
        }
        else
        {
            objects.TryRemove(key, out _);
        }

        foreach (var index in indexes.Values)
        {
            index.Update(key, old, value);
        }
    }
}
