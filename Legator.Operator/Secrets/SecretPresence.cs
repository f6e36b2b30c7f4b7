using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Secrets;

/// <summary>Knows which fields a Secret has and how long they are, and never its values. Looks are kept for a short while, because many agents share a Secret.</summary>
internal sealed class SecretPresence
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan KeepFound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan KeepMissing = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<ObjectKey, (IReadOnlyDictionary<string, int>? Lengths, DateTimeOffset Until)> _looks = new();
    private readonly ResourceClient<Secret> _secrets;
    private readonly SecretWatches _watches;
    private readonly IOptions<OperatorOptions> _options;
    private readonly TimeProvider _time;
    private int _forgotten;

    public SecretPresence(ResourceClient<Secret> secrets, SecretWatches watches, IOptions<OperatorOptions> options, TimeProvider time)
    {
        (_secrets, _watches, _options, _time) = (secrets, watches, options, time);
        watches.Changed += secret =>
        {
            Forget(secret);
            Changed?.Invoke(secret);
        };
    }

    private event Action<ObjectKey>? Changed;

    /// <summary>Follows Secrets that were missed, or lacked what was asked for, and that have changed since.</summary>
    public IDisposable Subscribe(Action<ObjectKey> handler)
    {
        Changed += handler;
        return new Subscription(() => Changed -= handler);
    }

    /// <summary>Looks at everything anew from here on.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _forgotten);
        _looks.Clear();
    }

    /// <summary>Has a Secret looked at again as soon as it changes.</summary>
    public void Watch(string inNamespace, string name) => _watches.Want(new ObjectKey(inNamespace, name));

    /// <summary>Looks for a Secret in one namespace.</summary>
    /// <param name="inNamespace">The namespace.</param>
    /// <param name="name">Name of the Secret.</param>
    /// <param name="field">A field that it must have; null when any will do.</param>
    /// <param name="cancellationToken">Gives the look up.</param>
    /// <param name="least">Characters that the field must have, without space around them. Default 0.</param>
    /// <returns>Null when it is there; else what is missing, as the end of a sentence.</returns>
    public async Task<string?> MissingAsync(string inNamespace, string name, string? field, CancellationToken cancellationToken, int least = 0)
    {
        try
        {
            var lengths = await LengthsAsync(new ObjectKey(inNamespace, name), cancellationToken);
            var length = 0;
            if (lengths is not null && (field is null || (lengths.TryGetValue(field, out length) && length >= least)))
            {
                return null;
            }

            Watch(inNamespace, name);
            return lengths is null ? $"there is no Secret '{name}' in namespace '{inNamespace}': create it, or name one that exists"
                : lengths.ContainsKey(field!) ? $"field '{field}' of Secret '{name}' in namespace '{inNamespace}' has {length} characters, and what is shorter than {least} can be guessed: put a longer one there"
                : $"Secret '{name}' in namespace '{inNamespace}' has no field '{field}': add it, or name one that it has";
        }
        catch (ClusterException exception) when (exception.IsForbidden || exception.IsInvalid)
        {
            return $"Secret '{name}' in namespace '{inNamespace}' cannot be looked at ({exception.Reason}): correct the name, or let the Operator get Secrets there";
        }
    }

    /// <summary>Looks for a Secret in the product's own namespace and in others; one that has it is enough.</summary>
    public async Task<string?> MissingEverywhereAsync(IReadOnlyCollection<string> namespaces, string name, string? field, CancellationToken cancellationToken)
    {
        var places = namespaces.Prepend(_options.Value.SystemNamespace).Distinct(StringComparer.Ordinal).ToList();
        string? missing = null;
        foreach (var place in places)
        {
            var answer = await MissingAsync(place, name, field, cancellationToken);
            if (answer is null)
            {
                return null;
            }

            missing = answer;
        }

        return missing;
    }

    /// <summary>Tells of a Secret's field whether it is there, however long it is.</summary>
    public async Task<bool> HasAsync(string inNamespace, string name, string field, CancellationToken cancellationToken) =>
        await MissingAsync(inNamespace, name, field, cancellationToken) is null;

    private async Task<IReadOnlyDictionary<string, int>?> LengthsAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var (now, forgotten) = (_time.GetUtcNow(), Volatile.Read(ref _forgotten));
        if (_looks.TryGetValue(key, out var look) && look.Until > now)
        {
            return look.Lengths;
        }

        var secret = await _secrets.GetAsync(key.Namespace, key.Name, cancellationToken);
        var lengths = secret is null ? null : (secret.Data?.Keys ?? []).ToDictionary(field => field, field => secret.Text(field)!.Trim().Length, StringComparer.Ordinal);
        if (_looks.Count >= MostRemembered)
        {
            _looks.Clear();
        }

        // An answer that was under way when somebody asked to forget may be older than what they know.
        if (forgotten == Volatile.Read(ref _forgotten))
        {
            _looks[key] = (lengths, now + (lengths is null ? KeepMissing : KeepFound));
        }

        return lengths;
    }

    private void Forget(ObjectKey secret)
    {
        Interlocked.Increment(ref _forgotten);
        _looks.TryRemove(secret, out _);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
