using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Cleanup;

/// <summary>Deletes the objects of definitions that are being deleted, then lets the definitions go.</summary>
internal sealed class DefinitionCleaner(ObjectStore store, KindRegistry registry, ContentRemover remover, ObjectUpdater updater)
{
    private readonly ResourceKind _definitions = KindRegistry.Builtin("apiextensions.k8s.io", "customresourcedefinitions");

    /// <summary>One round over all definitions that are being deleted; true when some still have objects.</summary>
    public async Task<bool> RunAsync()
    {
        bool left = false;
        foreach (StoredRecord record in store.Revisions.Read(_definitions.Collection).Records)
        {
            ObjectFacts facts = ObjectFacts.Of(record);
            if (facts.IsDeleting && facts.Finalizers.Contains(ObjectDeleter.DefinitionFinalizer))
            {
                left |= !await CleanAsync(record.Name).ConfigureAwait(false);
            }
        }

        return left;
    }

    private async Task<bool> CleanAsync(string name)
    {
        ResourceKind? kind = registry.Current.All.FirstOrDefault(k => k.Custom?.DefinitionName == name);
        if (kind is not null && await remover.RemoveAsync(kind, "").ConfigureAwait(false) > 0)
        {
            return false;
        }

        await updater.UpdateAsync(_definitions, "", name, WriteIntent.Server(_definitions.ApiVersion), Released).ConfigureAwait(false);
        return true;
    }

    private static JsonObject Released(JsonObject live)
    {
        ObjectMeta.RemoveFinalizer(live, ObjectDeleter.DefinitionFinalizer);
        return live;
    }
}
