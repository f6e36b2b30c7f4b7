using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Cleanup;

/// <summary>
/// Follows owner references: when an owner is gone, dependents that have no other owner go too (background); an owner that
/// is deleted in the foreground waits for those that block it; one that orphans its dependents is taken out of them.
/// </summary>
internal sealed class GarbageCollector(ObjectStore store, KindRegistry registry, ObjectDeleter deleter, ObjectUpdater updater)
{
    private readonly DependentIndex _index = new();

    /// <summary>Takes in what is stored at the start, and looks for what lost its owner while nobody watched.</summary>
    public async Task BeginAsync()
    {
        List<(ResourceKind Kind, StoredRecord Record)> dependents = [];
        foreach (ResourceKind kind in Kinds())
        {
            foreach (StoredRecord record in store.Revisions.Read(kind.Collection).Records)
            {
                ObjectFacts facts = ObjectFacts.Of(record);
                _index.Add(kind.Collection, record);
                if (facts.Owners.Length > 0 || facts.IsDeleting)
                {
                    dependents.Add((kind, record));
                }
            }
        }

        foreach ((ResourceKind kind, StoredRecord record) in dependents)
        {
            await ExamineAsync(kind, record).ConfigureAwait(false);
        }
    }

    public async Task HandleAsync(RevisionEvent change)
    {
        if (change.Previous is { } previous)
        {
            _index.Remove(change.Collection, previous);
        }

        if (change.Kind == RevisionKind.Deleted)
        {
            await OwnerGoneAsync(ObjectFacts.Of(change.Record).Uid).ConfigureAwait(false);
            await UnblockOwnersAsync(change.Record).ConfigureAwait(false);
            return;
        }

        _index.Add(change.Collection, change.Record);
        ObjectFacts facts = ObjectFacts.Of(change.Record);
        if ((facts.Owners.Length > 0 || facts.IsDeleting) && KindOf(change.Collection) is { } kind)
        {
            await ExamineAsync(kind, change.Record).ConfigureAwait(false);
        }
    }

    private async Task ExamineAsync(ResourceKind kind, StoredRecord record)
    {
        ObjectFacts facts = ObjectFacts.Of(record);
        if (facts.IsDeleting && facts.Finalizers.Contains(ObjectDeleter.OrphanFinalizer))
        {
            await OrphanAsync(kind, record, facts.Uid).ConfigureAwait(false);
        }
        else if (facts.IsDeleting && facts.Finalizers.Contains(ObjectDeleter.ForegroundFinalizer))
        {
            await ForegroundAsync(kind, record, facts.Uid).ConfigureAwait(false);
        }
        else if (!facts.IsDeleting && facts.Owners.Length > 0)
        {
            await JudgeAsync(kind, record, facts).ConfigureAwait(false);
        }
    }

    // An object whose owners are all gone goes; one that has an owner left only loses the dangling references.
    private async Task JudgeAsync(ResourceKind kind, StoredRecord record, ObjectFacts facts)
    {
        OwnerLink[] gone = [.. facts.Owners.Where(o => !Exists(kind, record, o))];
        if (gone.Length == 0)
        {
            return;
        }

        if (gone.Length == facts.Owners.Length)
        {
            await DeleteAsync(kind, record).ConfigureAwait(false);
        }
        else
        {
            await DropOwnersAsync(kind, record, [.. gone.Select(o => o.Uid)]).ConfigureAwait(false);
        }
    }

    private bool Exists(ResourceKind dependent, StoredRecord record, OwnerLink owner)
    {
        // A kind that is not served, or that a cluster-wide object cannot name, says nothing about its objects: keep.
        if (registry.Current.Resolve(owner.ApiVersion, owner.Kind) is not { } kind || (kind.Namespaced && !dependent.Namespaced))
        {
            return true;
        }

        string ns = kind.Namespaced ? ObjectStore.NamespaceOf(dependent, record) : "";
        return store.Find(kind, ns, owner.Name) is { } found && ObjectFacts.Of(found).Uid == owner.Uid;
    }

    private async Task OwnerGoneAsync(string uid)
    {
        foreach ((ResourceKind kind, StoredRecord record) in Dependents(uid))
        {
            if (!ObjectFacts.Of(record).IsDeleting)
            {
                await JudgeAsync(kind, record, ObjectFacts.Of(record)).ConfigureAwait(false);
            }
        }
    }

    private async Task UnblockOwnersAsync(StoredRecord gone)
    {
        foreach (OwnerLink owner in ObjectFacts.Of(gone).Owners.Where(o => o.BlocksDeletion))
        {
            if (registry.Current.Resolve(owner.ApiVersion, owner.Kind) is not { } kind)
            {
                continue;
            }

            string ns = kind.Namespaced && gone.Name.Contains('/', StringComparison.Ordinal) ? gone.Name[..gone.Name.IndexOf('/', StringComparison.Ordinal)] : "";
            if (store.Find(kind, ns, owner.Name) is { } record)
            {
                await ExamineAsync(kind, record).ConfigureAwait(false);
            }
        }
    }

    private async Task OrphanAsync(ResourceKind kind, StoredRecord owner, string uid)
    {
        foreach ((ResourceKind dependentKind, StoredRecord dependent) in Dependents(uid))
        {
            await DropOwnersAsync(dependentKind, dependent, [uid]).ConfigureAwait(false);
        }

        await ReleaseAsync(kind, owner, ObjectDeleter.OrphanFinalizer).ConfigureAwait(false);
    }

    private async Task ForegroundAsync(ResourceKind kind, StoredRecord owner, string uid)
    {
        bool blocked = false;
        foreach ((ResourceKind dependentKind, StoredRecord dependent) in Dependents(uid))
        {
            ObjectFacts facts = ObjectFacts.Of(dependent);
            blocked |= facts.Owners.Any(o => o.Uid == uid && o.BlocksDeletion);
            if (!facts.IsDeleting)
            {
                await DeleteAsync(dependentKind, dependent, PropagationPolicy.Foreground).ConfigureAwait(false);
            }
        }

        if (!blocked)
        {
            await ReleaseAsync(kind, owner, ObjectDeleter.ForegroundFinalizer).ConfigureAwait(false);
        }
    }

    private IEnumerable<(ResourceKind Kind, StoredRecord Record)> Dependents(string uid)
    {
        foreach ((string collection, string name) in _index.Of(uid))
        {
            if (KindOf(collection) is { } kind && store.Revisions.Find(collection, name) is { } record)
            {
                yield return (kind, record);
            }
        }
    }

    private Task DropOwnersAsync(ResourceKind kind, StoredRecord record, string[] uids) => TryUpdateAsync(kind, record, live =>
    {
        JsonNode[] left = [.. (ObjectMeta.Of(live)["ownerReferences"] as JsonArray ?? [])
            .Where(o => !uids.Contains(ObjectMeta.Text(o as JsonObject, "uid"))).Select(o => o!.DeepClone())];
        ObjectMeta.Of(live).Remove("ownerReferences");
        if (left.Length > 0)
        {
            ObjectMeta.Of(live)["ownerReferences"] = new JsonArray(left);
        }

        return live;
    });

    private Task ReleaseAsync(ResourceKind kind, StoredRecord record, string finalizer) => TryUpdateAsync(kind, record, live =>
    {
        ObjectMeta.RemoveFinalizer(live, finalizer);
        return live;
    });

    private async Task TryUpdateAsync(ResourceKind kind, StoredRecord record, Func<JsonObject, JsonObject> change)
    {
        try
        {
            await updater.UpdateAsync(
                kind, ObjectStore.NamespaceOf(kind, record), ObjectStore.NameOf(kind, record), WriteIntent.Server(kind.ApiVersion), live =>
                {
                    ObjectMeta.Of(live).Remove("resourceVersion");
                    return change(live);
                }).ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // Gone, or refused by its own rules: the next change of the object or the next start looks again.
        }
    }

    private async Task DeleteAsync(ResourceKind kind, StoredRecord record, PropagationPolicy policy = PropagationPolicy.Background)
    {
        try
        {
            await deleter.DeleteAsync(
                kind, ObjectStore.NamespaceOf(kind, record), ObjectStore.NameOf(kind, record),
                DeleteOptions.Plain with { Uid = ObjectFacts.Of(record).Uid, Policy = policy }).ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // Gone, or another object by that name: nothing is left to collect.
        }
    }

    private IEnumerable<ResourceKind> Kinds() => registry.Current.Stored.DistinctBy(k => k.Collection);

    private ResourceKind? KindOf(string collection) => registry.Current.Stored.FirstOrDefault(k => k.Collection == collection);
}
