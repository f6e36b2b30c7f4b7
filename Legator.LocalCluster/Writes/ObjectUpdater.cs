using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Access;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Ownership;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Writes;

/// <summary>Changes stored objects: read, change, check, write if nobody was faster, else again.</summary>
internal sealed class ObjectUpdater(
    ObjectStore store, ObjectAdmission admission, FieldOwnership ownership, FinishedRunRule finishedRuns, EscalationRule escalation, IWriteObserver observer, TimeProvider time)
{
    private const int Attempts = 64;

    /// <summary>Changes one object.</summary>
    /// <param name="kind">Its kind in the requested version.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="intent">Who writes what.</param>
    /// <param name="change">Makes the wanted object out of a copy of the live one, both in the requested version. May be asked again after a conflict.</param>
    public async Task<StoredRecord> UpdateAsync(ResourceKind kind, string ns, string name, WriteIntent intent, Func<JsonObject, JsonObject> change)
    {
        for (int attempt = 1; ; attempt++)
        {
            StoredRecord current = store.Find(kind, ns, name) ?? throw ApiErrors.NotFound(kind, name);
            JsonObject live = ObjectStore.Parse(current);
            JsonObject wanted = ObjectForm.ToStorage(kind, change(ObjectForm.FromStorage(kind, (JsonObject)live.DeepClone())));
            string expected = ObjectMeta.ResourceVersion(wanted);
            RequireNumber(expected);
            if (expected.Length > 0 && expected != ObjectStore.VersionText(current.Revision))
            {
                throw ApiErrors.Conflict(kind, name);
            }

            if (!Prepare(kind, wanted, live, intent))
            {
                return current;
            }

            if (intent.DryRun)
            {
                return DryRecord.Of(kind, wanted, current);
            }

            RevisionWriteResult result = await WriteAsync(kind, current, wanted).ConfigureAwait(false);
            if (result.Committed)
            {
                observer.Written(kind);
                return result.Record!;
            }

            if (attempt == Attempts)
            {
                throw ApiErrors.Conflict(kind, name);
            }
        }
    }

    private static void RequireNumber(string version)
    {
        if (version.Length > 0 && !ulong.TryParse(version, out _))
        {
            throw new ApiException(500, "", $"strconv.ParseUint: parsing \"{version}\": invalid syntax");
        }
    }

    // The last finalizer of an object that is being deleted takes the object with it.
    private Task<RevisionWriteResult> WriteAsync(ResourceKind kind, StoredRecord current, JsonObject wanted)
    {
        bool gone = ObjectMeta.IsDeleting(wanted) && !ObjectMeta.HasFinalizers(wanted)
            && !(kind.Collection == "namespaces" && wanted["spec"]?["finalizers"] is JsonArray { Count: > 0 });
        return gone ? store.DeleteAsync(kind, current) : store.UpdateAsync(kind, current, wanted);
    }

    /// <summary>Completes and checks the wanted object; false when it is what is already stored.</summary>
    private bool Prepare(ResourceKind kind, JsonObject wanted, JsonObject live, WriteIntent intent)
    {
        SystemFields(kind, wanted, live, intent);
        if (intent.Subresource == "status")
        {
            KeepAllButStatus(wanted, live);
        }
        else if (kind.HasStatus && intent.Subresource.Length == 0)
        {
            ObjectMeta.Carry(live, wanted, "status");
        }

        admission.Prepare(kind, wanted, live, intent.Subresource);
        if (kind.HasGeneration && intent.Subresource != "status")
        {
            long generation = ObjectMeta.Generation(live);
            ObjectMeta.Of(wanted)["generation"] = DesiredStateChanged(kind, wanted, live) ? generation + 1 : generation;
        }

        admission.Validate(kind, wanted, live, intent.Subresource);
        finishedRuns.Check(kind, wanted, live);
        escalation.Check(kind, wanted, intent.User);
        ImmutableMetadata(kind, wanted, live);
        return ownership.Updated(kind, wanted, live, intent, ObjectMeta.Timestamp(time.GetUtcNow()));
    }

    private static void SystemFields(ResourceKind kind, JsonObject wanted, JsonObject live, WriteIntent intent)
    {
        JsonObject to = ObjectMeta.Of(wanted);
        JsonObject from = ObjectMeta.Of(live);
        string uid = ObjectMeta.Uid(wanted);
        if (uid.Length > 0 && uid != ObjectMeta.Uid(live))
        {
            throw OtherUid(kind, live, uid, intent);
        }

        foreach (string field in (ReadOnlySpan<string>)
            ["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "resourceVersion", "namespace", "name", "generateName"])
        {
            ObjectMeta.Carry(from, to, field);
        }

        to.Remove("selfLink");
    }

    private static ApiException OtherUid(ResourceKind kind, JsonObject live, string uid, WriteIntent intent)
    {
        string name = ObjectMeta.Name(live);
        if (intent.Patches)
        {
            return ApiErrors.Invalid(kind, name, [StatusCause.Invalid("metadata.uid", $"\"{uid}\"", "field is immutable")]);
        }

        string key = string.Join('/', new[] { "/registry", kind.Group, kind.Plural, ObjectMeta.Namespace(live), name }.Where(p => p.Length > 0));
        return ApiErrors.Conflict(
            kind, name,
            $"StorageError: invalid object, Code: 4, Key: {key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: {uid}, UID in object meta: {ObjectMeta.Uid(live)}");
    }

    private static void KeepAllButStatus(JsonObject wanted, JsonObject live)
    {
        JsonNode? managed = ObjectMeta.Of(wanted)["managedFields"]?.DeepClone();
        foreach (string field in wanted.Select(p => p.Key).Where(k => k != "status").ToArray())
        {
            wanted.Remove(field);
        }

        foreach ((string field, JsonNode? value) in live)
        {
            if (field != "status")
            {
                wanted[field] = value?.DeepClone();
            }
        }

        ObjectMeta.Of(wanted)["managedFields"] = managed;
    }

    private static bool DesiredStateChanged(ResourceKind kind, JsonObject wanted, JsonObject live)
    {
        foreach (string field in wanted.Select(p => p.Key).Union(live.Select(p => p.Key)))
        {
            if (field is "metadata" or "apiVersion" or "kind" || (field == "status" && kind.HasStatus))
            {
                continue;
            }

            if (!JsonNode.DeepEquals(wanted[field], live[field]))
            {
                return true;
            }
        }

        return false;
    }

    // An object that is being deleted may lose finalizers but gain none.
    private static void ImmutableMetadata(ResourceKind kind, JsonObject wanted, JsonObject live)
    {
        if (!ObjectMeta.IsDeleting(live))
        {
            return;
        }

        string[] added = [.. ObjectMeta.Finalizers(wanted).Except(ObjectMeta.Finalizers(live))];
        if (added.Length > 0)
        {
            string list = string.Join(", ", added.Select(f => $"\"{f}\""));
            throw ApiErrors.Invalid(kind, ObjectMeta.Name(live), [StatusCause.Forbidden(
                "metadata.finalizers", $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{list}}}")]);
        }
    }
}
