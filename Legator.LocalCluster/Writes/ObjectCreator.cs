using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Access;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Ownership;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Writes;

/// <summary>Creates objects. The given object is in the requested version and already pruned.</summary>
internal sealed class ObjectCreator(
    ObjectStore store, ObjectAdmission admission, NamespaceGate namespaces, FieldOwnership ownership, EscalationRule escalation, IWriteObserver observer, TimeProvider time)
{
    private const int NameAttempts = 8;

    public async Task<StoredRecord> CreateAsync(ResourceKind kind, JsonObject given, WriteIntent intent)
    {
        JsonObject resource = ObjectForm.ToStorage(kind, given);
        JsonObject metadata = ObjectMeta.Of(resource);
        if (ObjectMeta.ResourceVersion(resource) is not ("" or "0"))
        {
            throw new ApiException(500, "", "resourceVersion should not be set on objects to be created");
        }

        string generateName = ObjectMeta.Text(metadata, "generateName");
        bool generated = ObjectMeta.Name(resource).Length == 0 && generateName.Length > 0;
        for (int attempt = 1; ; attempt++)
        {
            if (generated)
            {
                metadata["name"] = IdentitySource.NameFrom(generateName);
            }

            Prepare(kind, resource, intent);
            if (intent.DryRun)
            {
                return Dry(kind, resource);
            }

            RevisionWriteResult result = await store.CreateAsync(kind, resource).ConfigureAwait(false);
            if (result.Committed)
            {
                observer.Written(kind);
                return result.Record!;
            }

            if (!generated || attempt == NameAttempts)
            {
                throw ApiErrors.AlreadyExists(kind, ObjectMeta.Name(resource));
            }
        }
    }

    private void Prepare(ResourceKind kind, JsonObject resource, WriteIntent intent)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        string now = ObjectMeta.Timestamp(time.GetUtcNow());
        foreach (string field in (ReadOnlySpan<string>)["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "resourceVersion", "generation"])
        {
            metadata.Remove(field);
        }

        metadata["uid"] = IdentitySource.Uid();
        metadata["creationTimestamp"] = now;
        if (kind.HasGeneration)
        {
            metadata["generation"] = 1;
        }

        if (kind.HasStatus && kind.Custom is not null)
        {
            resource.Remove("status");
        }

        admission.Prepare(kind, resource, null, "");
        admission.Validate(kind, resource, null, "");
        escalation.Check(kind, resource, intent.User);
        namespaces.RequireOpen(kind, ObjectMeta.Namespace(resource), ObjectMeta.Name(resource));
        ownership.Created(kind, resource, intent, now);
    }

    private StoredRecord Dry(ResourceKind kind, JsonObject resource)
    {
        if (store.Find(kind, ObjectMeta.Namespace(resource), ObjectMeta.Name(resource)) is not null)
        {
            throw ApiErrors.AlreadyExists(kind, ObjectMeta.Name(resource));
        }

        return DryRecord.Of(kind, resource, null);
    }
}
