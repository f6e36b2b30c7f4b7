using Legator.Backends.Revisions;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Cleanup;

/// <summary>The cluster's own controller: follows all changes and keeps namespaces, definitions, dependents and old events in order.</summary>
internal sealed partial class CleanupLoop(
    ObjectStore store, GarbageCollector garbage, NamespaceCleaner namespaces, DefinitionCleaner definitions, EventExpiry events, DefaultAccounts accounts,
    TimeProvider time, ILogger<CleanupLoop> logger) : IAsyncDisposable
{
    private static readonly TimeSpan _beat = TimeSpan.FromMinutes(1);
    private static readonly HashSet<string> _containers = new(StringComparer.Ordinal) { "namespaces", "customresourcedefinitions.apiextensions.k8s.io" };
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private bool _contentLeft;

    public void Start() => _run = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _run.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using RevisionSubscription changes = store.Revisions.Subscribe(null, "", store.Revisions.Revision);
                using ITimer beat = time.CreateTimer(_ => changes.Nudge(), null, _beat, _beat);
                await garbage.BeginAsync().ConfigureAwait(false);
                await ContainersAsync().ConfigureAwait(false);
                await FollowAsync(changes).ConfigureAwait(false);
                if (!_stop.IsCancellationRequested && changes.IsClosing)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception error)
            {
                Log.Failed(logger, error);
                await Task.Delay(TimeSpan.FromSeconds(1), time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(RevisionSubscription changes)
    {
        while (await changes.WaitAsync(_stop.Token).ConfigureAwait(false))
        {
            bool containers = false;
            while (changes.TryTake(out RevisionEvent? change))
            {
                if (change is null)
                {
                    await events.RunAsync().ConfigureAwait(false);
                    containers = true;
                    continue;
                }

                if (change is { Kind: RevisionKind.Created, Collection: "namespaces" })
                {
                    await accounts.EnsureAsync(change.Record.Name).ConfigureAwait(false);
                }

                await garbage.HandleAsync(change).ConfigureAwait(false);
                containers |= _containers.Contains(change.Collection) || (_contentLeft && change.Kind == RevisionKind.Deleted);
            }

            if (containers)
            {
                await ContainersAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ContainersAsync()
    {
        bool left = await namespaces.RunAsync().ConfigureAwait(false);
        _contentLeft = await definitions.RunAsync().ConfigureAwait(false) | left;
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Error, "cleanup failed and starts again")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
