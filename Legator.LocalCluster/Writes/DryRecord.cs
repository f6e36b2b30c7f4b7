using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes;

/// <summary>What a dry run answers: the object as it would be, under the revision that it already has.</summary>
internal static class DryRecord
{
    public static StoredRecord Of(ResourceKind kind, JsonObject resource, StoredRecord? current)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        if (current is null)
        {
            metadata.Remove("resourceVersion");
        }
        else
        {
            metadata["resourceVersion"] = ObjectStore.VersionText(current.Revision);
        }

        string key = ObjectStore.Key(kind, ObjectMeta.Namespace(resource), ObjectMeta.Name(resource));
        return StoredRecord.Unstored(key, ObjectBytes.Of(resource));
    }
}
