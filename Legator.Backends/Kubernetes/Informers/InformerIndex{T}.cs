using System.Collections.Concurrent;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Finds objects by something other than their name. An object whose keys change is for a moment under both, never under none.</summary>
internal sealed class InformerIndex<T>(Func<T, IEnumerable<string>> keys)
    where T : class
{
    private const int Few = 4;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<ObjectKey, T>> buckets = new(StringComparer.Ordinal);

    public IReadOnlyCollection<T> Find(string key) => buckets.TryGetValue(key, out var bucket) ? [.. bucket.Values] : [];

    public void Update(ObjectKey key, T? old, T? value)
    {
        var before = old is null ? [] : keys(old).ToHashSet(StringComparer.Ordinal);
        var after = value is null ? [] : keys(value).ToHashSet(StringComparer.Ordinal);
        foreach (var name in after)
        {
            buckets.GetOrAdd(name, _ => new(concurrencyLevel: 1, capacity: Few))[key] = value!;
        }

        foreach (var name in before.Except(after))
        {
            if (buckets.TryGetValue(name, out var bucket) && bucket.TryRemove(key, out _) && bucket.IsEmpty)
            {
                buckets.TryRemove(name, out _);
            }
        }
    }
}
