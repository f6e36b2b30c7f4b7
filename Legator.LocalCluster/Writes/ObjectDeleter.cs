using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes;

/// <summary>Deletes objects: at once, or by marking them when finalizers have to run first.</summary>
internal sealed class ObjectDeleter(ObjectStore store, IWriteObserver observer, TimeProvider time)
{
    public const string ForegroundFinalizer = "foregroundDeletion";
    public const string OrphanFinalizer = "orphan";
    public const string DefinitionFinalizer = "customresourcecleanup.apiextensions.k8s.io";

    /// <summary>Deletes one object; the answer tells whether it is gone, and its last record.</summary>
    public async Task<(bool Gone, StoredRecord Record)> DeleteAsync(ResourceKind kind, string ns, string name, DeleteOptions options)
    {
        while (true)
        {
            StoredRecord current = store.Find(kind, ns, name) ?? throw ApiErrors.NotFound(kind, name);
            CheckPreconditions(kind, name, current, options);
            if (options.DryRun)
            {
                return (true, current);
            }

            (bool gone, RevisionWriteResult result) = await TryAsync(kind, current, options).ConfigureAwait(false);
            if (result.Committed)
            {
                observer.Written(kind);
                return (gone, result.Record!);
            }
        }
    }

    private async Task<(bool Gone, RevisionWriteResult Result)> TryAsync(ResourceKind kind, StoredRecord current, DeleteOptions options)
    {
        if (Simple(kind, current, options))
        {
            return (true, await store.DeleteAsync(kind, current).ConfigureAwait(false));
        }

        JsonObject resource = ObjectStore.Parse(current);
        bool marked = Mark(kind, resource, options);
        bool held = ObjectMeta.HasFinalizers(resource) || (kind.Collection == "namespaces" && resource["spec"]?["finalizers"] is JsonArray { Count: > 0 });
        if (!held)
        {
            return (true, await store.DeleteAsync(kind, current).ConfigureAwait(false));
        }

        return marked
            ? (false, await store.UpdateAsync(kind, current, resource).ConfigureAwait(false))
            : (false, new RevisionWriteResult(true, current));
    }

    private static bool Simple(ResourceKind kind, StoredRecord current, DeleteOptions options) =>
        options.Policy == PropagationPolicy.Background && ObjectFacts.Of(current).Finalizers.Length == 0
        && kind.Collection is not ("namespaces" or "customresourcedefinitions.apiextensions.k8s.io");

    /// <summary>Marks the object as being deleted; false when it already is and nothing changes.</summary>
    private bool Mark(ResourceKind kind, JsonObject resource, DeleteOptions options)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        bool changed = false;
        if (options.Policy == PropagationPolicy.Foreground)
        {
            changed |= AddFinalizer(resource, ForegroundFinalizer);
        }
        else if (options.Policy == PropagationPolicy.Orphan)
        {
            changed |= AddFinalizer(resource, OrphanFinalizer);
        }

        if (kind.Collection == "customresourcedefinitions.apiextensions.k8s.io" && !ObjectMeta.IsDeleting(resource))
        {
            changed |= AddFinalizer(resource, DefinitionFinalizer);
        }

        if (!ObjectMeta.IsDeleting(resource))
        {
            metadata["deletionTimestamp"] = ObjectMeta.Timestamp(time.GetUtcNow());
            metadata["deletionGracePeriodSeconds"] = 0;
            if (kind.HasGeneration)
            {
                metadata["generation"] = ObjectMeta.Generation(resource) + 1;
            }

            changed = true;
        }

        if (kind.Collection == "namespaces" && resource["status"] is JsonObject status && ObjectMeta.Text(status, "phase") != "Terminating")
        {
            status["phase"] = "Terminating";
            changed = true;
        }

        return changed;
    }

    private static bool AddFinalizer(JsonObject resource, string finalizer)
    {
        if (ObjectMeta.Finalizers(resource).Contains(finalizer))
        {
            return false;
        }

        JsonObject metadata = ObjectMeta.Of(resource);
        JsonArray finalizers = metadata["finalizers"] as JsonArray ?? [];
        finalizers.Add(finalizer);
        if (finalizers.Parent is null)
        {
            metadata["finalizers"] = finalizers;
        }

        return true;
    }

    private static void CheckPreconditions(ResourceKind kind, string name, StoredRecord current, DeleteOptions options)
    {
        if (options.Uid is { } uid && uid != ObjectFacts.Of(current).Uid)
        {
            throw ApiErrors.Conflict(
                kind, name,
                $"the UID in the precondition ({uid}) does not match the UID in record ({ObjectFacts.Of(current).Uid}). The object might have been deleted and then recreated");
        }

        string version = ObjectStore.VersionText(current.Revision);
        if (options.ResourceVersion is { } wanted && wanted != version)
        {
            throw ApiErrors.Conflict(
                kind, name,
                $"the ResourceVersion in the precondition ({wanted}) does not match the ResourceVersion in record ({version}). The object might have been modified");
        }
    }
}
