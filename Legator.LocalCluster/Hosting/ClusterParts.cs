using Legator.Backends.Revisions;
using Legator.LocalCluster.Access;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Cleanup;
using Legator.LocalCluster.Definitions;
using Legator.LocalCluster.Discovery;
using Legator.LocalCluster.Evictions;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Ownership;
using Legator.LocalCluster.Reads;
using Legator.LocalCluster.Responses;
using Legator.LocalCluster.Server;
using Legator.LocalCluster.Watching;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Hosting;

/// <summary>Puts the cluster together, from the store up to the dispatcher. By hand: the graph is small, fixed and on the way of every request.</summary>
internal sealed class ClusterParts : IAsyncDisposable
{
    private readonly TokenIssuer _tokens;
    private readonly CleanupLoop _cleanup;

    private ClusterParts(RevisionStore store, TokenIssuer tokens, RequestDispatcher dispatcher, CleanupLoop cleanup)
    {
        _cleanup = cleanup;
        Store = store;
        _tokens = tokens;
        Dispatcher = dispatcher;
    }

    public RevisionStore Store { get; }

    public RequestDispatcher Dispatcher { get; }

    public static async Task<ClusterParts> CreateAsync(LocalClusterOptions options, DataDirectory data, string token, ILoggerFactory loggers, TimeProvider time)
    {
        RevisionStore revisions = OpenStore(options, data, time);
        ObjectStore store = new(revisions);
        KindRegistry registry = new();
        DefinitionRegistrar definitions = new(store, registry);
        definitions.Refresh();
        RoleGrants grants = new(store);
        WriteObservers observers = new(definitions, grants);

        Authorizer authorizer = new(grants);
        EscalationRule escalation = new(authorizer, grants);
        FieldOwnership ownership = new();
        ObjectAdmission admission = new(new KindBehaviours(time));
        ObjectCreator creator = new(store, admission, new NamespaceGate(store), ownership, escalation, observers, time);
        ObjectUpdater updater = new(store, admission, ownership, new FinishedRunRule(), escalation, observers, time);
        ObjectDeleter deleter = new(store, observers, time);
        ObjectViews views = new(time);
        ListReader lists = new(store);
        TokenIssuer tokens = new(data.SigningKey(), time);
        Authenticator authenticator = new(token, tokens, store, time);
        WriteHandler writes = new(creator, updater, views);
        ApplyHandler applies = new(store, creator, updater, ownership, time);
        ResourceRouter router = new(
            new ReadHandler(store, lists, views), new WatchHandler(store, views, time), writes, new PatchHandler(updater, applies, writes, views),
            new DeleteHandler(deleter, lists), new ScaleHandler(store, updater), new PodLogHandler(store, time), new EvictionHandler(store, deleter),
            new ReviewHandler(authorizer, authenticator), new TokenRequestHandler(store, tokens));
        RequestDispatcher dispatcher = new(
            registry, authenticator, authorizer, router, new PathHandler(registry, new DiscoveryHandler(registry), new OpenApiHandler(registry, PathHandler.Version)), loggers.CreateLogger<RequestDispatcher>());

        await new InitialObjects(store, creator).EnsureAsync().ConfigureAwait(false);
        ContentRemover remover = new(store, deleter);
        CleanupLoop cleanup = new(
            store, new GarbageCollector(store, registry, deleter, updater), new NamespaceCleaner(store, registry, remover, updater),
            new DefinitionCleaner(store, registry, remover, updater), new EventExpiry(store, time), new DefaultAccounts(store, creator), time, loggers.CreateLogger<CleanupLoop>());
        cleanup.Start();
        return new ClusterParts(revisions, tokens, dispatcher, cleanup);
    }

    public async ValueTask DisposeAsync()
    {
        await _cleanup.DisposeAsync().ConfigureAwait(false);
        await Store.DisposeAsync().ConfigureAwait(false);
        _tokens.Dispose();
    }

    private static RevisionStore OpenStore(LocalClusterOptions options, DataDirectory data, TimeProvider time)
    {
        try
        {
            return RevisionStore.Open(new RevisionStoreOptions(data.Database) { History = options.History }, time);
        }
        catch (System.Data.Common.DbException error)
        {
            throw new LocalClusterStartException($"--data-dir {options.DataDirectory}: the store cannot be opened: {error.Message}");
        }
    }
}
