using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;
using Legator.LocalCluster.Writes.Kinds;

namespace Legator.LocalCluster.Cleanup;

/// <summary>Empties namespaces that are being deleted, then lets them go.</summary>
internal sealed class NamespaceCleaner(ObjectStore store, KindRegistry registry, ContentRemover remover, ObjectUpdater updater)
{
    private readonly ResourceKind _namespaces = KindRegistry.Builtin("", "namespaces");

    /// <summary>One round over all terminating namespaces; true when some still hold something.</summary>
    public async Task<bool> RunAsync()
    {
        bool left = false;
        foreach (StoredRecord record in store.Revisions.Read(_namespaces.Collection).Records)
        {
            if (ObjectFacts.Of(record).IsDeleting)
            {
                left |= !await CleanAsync(record.Name).ConfigureAwait(false);
            }
        }

        return left;
    }

    private async Task<bool> CleanAsync(string ns)
    {
        int remaining = 0;
        foreach (ResourceKind kind in registry.Current.Stored.Where(k => k.Namespaced).DistinctBy(k => k.Collection))
        {
            remaining += await remover.RemoveAsync(kind, ns).ConfigureAwait(false);
        }

        if (remaining > 0 || store.Find(_namespaces, "", ns) is null)
        {
            return remaining == 0;
        }

        await updater.UpdateAsync(_namespaces, "", ns, WriteIntent.Server("v1", "finalize"), WithoutFinalizer).ConfigureAwait(false);
        return true;
    }

    private static JsonObject WithoutFinalizer(JsonObject live)
    {
        if (live["spec"]?["finalizers"] is JsonArray finalizers)
        {
            JsonNode[] left = [.. finalizers.Where(f => f?.ToString() != NamespaceBehaviour.Finalizer).Select(f => f!.DeepClone())];
            live["spec"]!.AsObject().Remove("finalizers");
            if (left.Length > 0)
            {
                live["spec"]!["finalizers"] = new JsonArray(left);
            }
        }

        return live;
    }
}
