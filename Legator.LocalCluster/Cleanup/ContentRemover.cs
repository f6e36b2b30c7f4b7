using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Cleanup;

/// <summary>Deletes everything under a prefix of a collection, as any client would: finalizers are respected.</summary>
internal sealed class ContentRemover(ObjectStore store, ObjectDeleter deleter)
{
    /// <summary>Asks for the deletion of all that is there; the answer is how many objects still stand.</summary>
    public async Task<int> RemoveAsync(ResourceKind kind, string ns)
    {
        foreach (StoredRecord record in store.Revisions.Read(kind.Collection, ObjectStore.Prefix(kind, ns)).Records)
        {
            if (!ObjectFacts.Of(record).IsDeleting)
            {
                await DeleteAsync(kind, record).ConfigureAwait(false);
            }
        }

        return store.Revisions.Read(kind.Collection, ObjectStore.Prefix(kind, ns)).Records.Count;
    }

    private async Task DeleteAsync(ResourceKind kind, StoredRecord record)
    {
        try
        {
            await deleter.DeleteAsync(kind, ObjectStore.NamespaceOf(kind, record), ObjectStore.NameOf(kind, record), DeleteOptions.Plain).ConfigureAwait(false);
        }
        catch (ApiException gone) when (gone.Code == 404)
        {
            // It went by itself.
        }
    }
}
