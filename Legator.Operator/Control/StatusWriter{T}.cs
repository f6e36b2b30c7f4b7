using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core;
using Legator.Core.Resources;

namespace Legator.Operator.Control;

/// <summary>The one place where the status of a kind is written: only what changed, and only onto the version that it was computed from.</summary>
internal sealed class StatusWriter<T>
    where T : class, IResource
{
    private readonly LatestWrites<T> _latest = new();
    private readonly ConcurrentDictionary<ObjectKey, string> _malformed = new();
    private readonly ResourceClient<T> client;
    private readonly Informer<T> informer;
    private readonly TimeProvider time;

    public StatusWriter(ResourceClient<T> client, Informer<T> informer, TimeProvider time)
    {
        (this.client, this.informer, this.time) = (client, informer, time);
        informer.Subscribe(change => _latest.Seen(change.Key, change.New?.Metadata.ResourceVersion));
    }

    /// <summary>The newer one of what the informer shows and what was written on top of it.</summary>
    public T Freshest(T cached) => _latest.Freshest(cached);

    /// <summary>Something else than the status was written.</summary>
    public void Remember(T cached, T written)
    {
        _latest.Remember(cached, written);
        var key = ObjectKey.Of(cached.Metadata);
        if (informer.TryGet(key.Namespace, key.Name) is { } shown)
        {
            // The watch is often quicker than the answer.
            _latest.Seen(key, shown.Metadata.ResourceVersion);
        }
    }

    /// <summary>Writes a status where it differs from the last.</summary>
    /// <param name="cached">The object as the informer shows it.</param>
    /// <param name="before">The status that <paramref name="after"/> was computed from.</param>
    /// <param name="after">The status to report.</param>
    /// <param name="cancellationToken">Gives the write up.</param>
    public async Task WriteAsync<TStatus>(T cached, TStatus? before, TStatus after, CancellationToken cancellationToken)
        where TStatus : class
    {
        _malformed.TryRemove(ObjectKey.Of(cached.Metadata), out _);
        if (MergeDiff.OfStatus(before, after) is not { } patch)
        {
            return;
        }

        var metadata = Freshest(cached).Metadata;
        try
        {
            Remember(cached, await client.PatchStatusAsync(metadata.Namespace, metadata.Name!, patch, cancellationToken, metadata.ResourceVersion));
        }
        catch (ClusterException exception) when (exception.IsConflict || exception.IsNotFound)
        {
            _latest.Forget(ObjectKey.Of(metadata));
            if (exception.IsConflict)
            {
                throw;
            }
        }
    }

    /// <summary>Reports, once a version, an object that does not have the shape of its kind; forgets one that is gone.</summary>
    /// <param name="informer">Who knows what is wrong with it.</param>
    /// <param name="key">The object.</param>
    /// <param name="status">Makes the status out of its conditions.</param>
    /// <param name="cancellationToken">Gives the write up.</param>
    public async Task ReportMalformedAsync(Informer<T> informer, ObjectKey key, Func<IReadOnlyList<Condition>, object> status, CancellationToken cancellationToken)
    {
        _latest.Forget(key);
        if (informer.Malformed.FirstOrDefault(candidate => ObjectKey.Of(candidate.Metadata) == key) is not { } malformed)
        {
            _malformed.TryRemove(key, out _);
            return;
        }

        // The status write itself makes a new version, so what was said is remembered by its words.
        if (_malformed.TryGetValue(key, out var told) && told == malformed.Problem)
        {
            return;
        }

        var aspect = new Aspect("Ready", false, "Malformed", $"{malformed.Problem} Correct the field.");
        var conditions = ConditionList.Build(null, [aspect], malformed.Metadata.Generation, time.GetUtcNow());
        var patch = new JsonObject { ["status"] = JsonSerializer.SerializeToNode(status(conditions), LegatorJson.Options) };
        try
        {
            await client.PatchStatusAsync(key.Namespace, key.Name, patch, cancellationToken);
        }
        catch (ClusterException exception) when (exception.Reason == "Malformed" || exception.IsNotFound)
        {
            // Stored; the answer has the same malformed shape. Or gone: then there is nothing to tell.
        }

        _malformed[key] = malformed.Problem;
    }
}
