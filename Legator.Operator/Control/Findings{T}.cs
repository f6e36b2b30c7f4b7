using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;

namespace Legator.Operator.Control;

/// <summary>What the last look at something outside found, for each object, kept between the one who looks and the one who writes status.</summary>
/// <param name="saysTheSame">Whether two findings say the same to whoever follows them; null stands for none.</param>
internal abstract class Findings<T>(Func<T?, T?, bool> saysTheSame)
    where T : class
{
    private readonly ConcurrentDictionary<ObjectKey, T> _found = new();

    private event Action<ObjectKey>? Changed;

    /// <summary>What was found last; null when nothing was looked at yet, or there is nothing to look at.</summary>
    public T? Of(ObjectKey key) => _found.GetValueOrDefault(key);

    /// <summary>Follows what is found, as far as it says something else than before.</summary>
    public IDisposable Subscribe(Action<ObjectKey> handler)
    {
        Changed += handler;
        return new Subscription(() => Changed -= handler);
    }

    /// <summary>Keeps what was found; null for nothing.</summary>
    public void Keep(ObjectKey key, T? found)
    {
        var before = Of(key);
        if (found is null)
        {
            _found.TryRemove(key, out _);
        }
        else
        {
            _found[key] = found;
        }

        if (!saysTheSame(before, found))
        {
            Changed?.Invoke(key);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
