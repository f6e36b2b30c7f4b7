using Legator.Core.Health;
using Legator.Core.Resources;
using Microsoft.Extensions.Logging;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Keeps a local copy of all objects of a kind and tells what changed. It goes on whatever the API does: breaks, resets, expired versions, malformed objects.</summary>
/// <typeparam name="T">A resource type.</typeparam>
public sealed partial class Informer<T>
    where T : class, IResource
{
    private static readonly TimeSpan BeatLimit = TimeSpan.FromMinutes(8);
    private static readonly string Plural = ResourcePath.For<T>().Plural;

    private readonly ResourceClient<T> client;
    private readonly InformerOptions options;
    private readonly ListQuery query;
    private readonly TimeProvider time;
    private readonly ILogger<Informer<T>> logger;
    private readonly ILoopHeartbeats heartbeats;
    private readonly InformerStore<T> store = new();
    private readonly Lock gate = new();
    private readonly List<Action<ResourceChange<T>>> handlers = [];
    private readonly TaskCompletionSource synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Backoff backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), Plural);

    // How far the watch has come; kept where the connection breaks, so that nothing is shown as it was before.
    private string? version;

    public Informer(ResourceClient<T> client, InformerOptions options, TimeProvider time, ILogger<Informer<T>> logger, ILoopHeartbeats heartbeats)
    {
        this.client = client;
        this.options = options;
        this.time = time;
        this.logger = logger;
        this.heartbeats = heartbeats;
        query = new ListQuery { LabelSelector = options.LabelSelector, FieldSelector = options.FieldSelector };
    }

    /// <summary>True once all objects have been listed; until then, missing means nothing.</summary>
    public bool HasSynced => synced.Task.IsCompletedSuccessfully;

    /// <summary>All objects, at this moment.</summary>
    public IReadOnlyCollection<T> All => [.. store.Objects.Select(entry => entry.Value)];

    /// <summary>Number of objects.</summary>
    public int Count => store.Objects.Count;

    /// <summary>Objects that exist and do not have the shape of their kind.</summary>
    public IReadOnlyCollection<MalformedResource> Malformed => [.. store.Malformed.Values];

    /// <summary>What of an object is kept in memory: it may leave out what nobody here reads. To be set before the informer runs. Default: all of it.</summary>
    public Func<T, T> Keep { get; set; } = value => value;

    /// <summary>Waits until <see cref="HasSynced"/>.</summary>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => synced.Task.WaitAsync(cancellationToken);

    /// <summary>Looks an object up; null when it is not there.</summary>
    public T? TryGet(string? inNamespace, string name) => store.Objects.GetValueOrDefault(new ObjectKey(inNamespace ?? "", name));

    /// <summary>Adds an index; to be called before the first <see cref="ByIndex"/>.</summary>
    /// <param name="name">Name of the index.</param>
    /// <param name="keys">Under which keys an object is found.</param>
    public void AddIndex(string name, Func<T, IEnumerable<string>> keys)
    {
        lock (gate)
        {
            store.AddIndex(name, keys);
        }
    }

    /// <summary>All objects under a key of an index.</summary>
    public IReadOnlyCollection<T> ByIndex(string name, string key) => store.ByIndex(name, key);

    /// <summary>Calls <paramref name="handler"/> for every object that is known now and for every change from now on, in order, one at a time. It must not block: put the key on a queue.</summary>
    /// <returns>Ends the calls when disposed.</returns>
    public IDisposable Subscribe(Action<ResourceChange<T>> handler)
    {
        lock (gate)
        {
            foreach (var (key, value) in store.Objects)
            {
                Call(handler, new ResourceChange<T>(key, null, value, null));
            }

            foreach (var (key, value) in store.Malformed)
            {
                Call(handler, new ResourceChange<T>(key, null, null, value));
            }

            handlers.Add(handler);
        }

        return new Subscription(this, handler);
    }

    /// <summary>Lists and watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register($"informer {Plural}", BeatLimit);
        using var resync = time.CreateTimer(_ => Resync(), null, options.ResyncPeriod, options.ResyncPeriod);
        version = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                version ??= await RelistAsync(cancellationToken);
                heartbeat.Beat();
                await FollowAsync(version, heartbeat, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (ClusterException e) when (e.IsGone)
            {
                Log.Expired(logger, Plural);
                version = null;
                await PauseAsync(cancellationToken);
            }
            catch (Exception e)
            {
                Log.Broken(logger, Plural, e.Message);
                heartbeat.Fault(e is ClusterException c ? $"{c.Reason} ({c.Code})" : e.GetType().Name);
                version = e is ClusterException { Code: 0 } ? version : null;
                await PauseAsync(cancellationToken);
            }
        }
    }

    private async Task FollowAsync(string from, ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await foreach (var message in client.WatchAsync(options.Namespace, query, from, cancellationToken))
        {
            heartbeat.Beat();
            backoff.Reset();
            version = message.ResourceVersion.Length > 0 ? message.ResourceVersion : version;
            Apply(message);
        }

        if (time.GetElapsedTime(started) < TimeSpan.FromSeconds(1))
        {
            // A server that ends every watch at once must not be asked in a tight loop.
            await PauseAsync(cancellationToken);
        }
    }

    private async Task<string> RelistAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<ObjectKey>();
        // A page token can expire while a huge list is read: after such failures the list is asked for whole.
        int? limit = backoff.Failures < 3 ? options.PageSize : null;
        ResourceList<T> page;
        string? next = null;
        do
        {
            page = await client.ListAsync(options.Namespace, query with { Limit = limit, Continue = next }, cancellationToken);
            Take(page, seen);
            next = page.Continue;
        }
        while (next is not null);

        lock (gate)
        {
            foreach (var key in store.Objects.Keys.Concat(store.Malformed.Keys).Where(key => !seen.Contains(key)).ToList())
            {
                Notify(store.Remove(key));
            }
        }

        backoff.Reset();
        if (synced.TrySetResult())
        {
            Log.Synced(logger, Plural, Count);
        }

        return page.ResourceVersion;
    }

    private void Take(ResourceList<T> page, HashSet<ObjectKey> seen)
    {
        lock (gate)
        {
            foreach (var item in page.Items)
            {
                seen.Add(ObjectKey.Of(item.Metadata));
                Notify(store.Put(Keep(item)));
            }

            foreach (var item in page.Malformed)
            {
                seen.Add(ObjectKey.Of(item.Metadata));
                Log.Malformed(logger, Plural, ObjectKey.Of(item.Metadata), item.Problem);
                Notify(store.PutMalformed(item));
            }
        }
    }

    private void Apply(WatchEvent<T> message)
    {
        lock (gate)
        {
            switch (message)
            {
                case { Kind: WatchEventKind.Bookmark }:
                    break;
                case { Kind: WatchEventKind.Deleted }:
                    Notify(store.Remove(ObjectKey.Of(message.Object?.Metadata ?? message.Malformed!.Metadata)));
                    break;
                case { Object: { } value }:
                    Notify(store.Put(Keep(value)));
                    break;
                case { Malformed: { } broken }:
                    Log.Malformed(logger, Plural, ObjectKey.Of(broken.Metadata), broken.Problem);
                    Notify(store.PutMalformed(broken));
                    break;
            }
        }
    }

    private void Resync()
    {
        lock (gate)
        {
            Notify(store.Objects.Select(entry => new ResourceChange<T>(entry.Key, entry.Value, entry.Value, null)));
        }
    }

    private void Notify(IEnumerable<ResourceChange<T>> changes)
    {
        foreach (var change in changes)
        {
            foreach (var handler in handlers)
            {
                Call(handler, change);
            }
        }
    }

    private void Call(Action<ResourceChange<T>> handler, ResourceChange<T> change)
    {
        try
        {
            handler(change);
        }
        catch (Exception e)
        {
            Log.HandlerFailed(logger, e, Plural, change.Key);
        }
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(backoff.Next(), time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The loop's own condition ends it.
        }
    }

    private sealed class Subscription(Informer<T> informer, Action<ResourceChange<T>> handler) : IDisposable
    {
        public void Dispose()
        {
            lock (informer.gate)
            {
                informer.handlers.Remove(handler);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Informer {Kind}: {Count} objects known")]
        public static partial void Synced(ILogger logger, string kind, int count);

        [LoggerMessage(3002, LogLevel.Debug, "Informer {Kind}: the version to watch from is too old, listing again")]
        public static partial void Expired(ILogger logger, string kind);

        [LoggerMessage(3003, LogLevel.Warning, "Informer {Kind}: interrupted, going on after a pause: {Problem}")]
        public static partial void Broken(ILogger logger, string kind, string problem);

        [LoggerMessage(3004, LogLevel.Warning, "Informer {Kind}: {Object} does not have the shape of its kind: {Problem}")]
        public static partial void Malformed(ILogger logger, string kind, ObjectKey @object, string problem);

        [LoggerMessage(3005, LogLevel.Error, "Informer {Kind}: a handler failed on {Object}")]
        public static partial void HandlerFailed(ILogger logger, Exception e, string kind, ObjectKey @object);
    }
}
