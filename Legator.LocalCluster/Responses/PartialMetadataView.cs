using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Responses;

/// <summary>Only the metadata of objects, as metadata informers and garbage collectors ask for.</summary>
internal sealed class PartialMetadataView : IObjectView
{
    private const string ApiVersion = "meta.k8s.io/v1";

    public byte[] Single(ResourceKind kind, StoredRecord record) => ObjectBytes.Of(Partial(record));

    public byte[] List(ResourceKind kind, IReadOnlyList<StoredRecord> records, ListMeta meta) => ObjectBytes.Of(new JsonObject
    {
        ["kind"] = "PartialObjectMetadataList",
        ["apiVersion"] = ApiVersion,
        ["metadata"] = Meta(meta),
        ["items"] = new JsonArray([.. records.Select(r => (JsonNode)Partial(r))]),
    });

    public static JsonObject Meta(ListMeta meta)
    {
        JsonObject found = new() { ["resourceVersion"] = ObjectStore.VersionText(meta.Revision) };
        if (meta.Continue.Length > 0)
        {
            found["continue"] = meta.Continue;
        }

        if (meta.Remaining > 0)
        {
            found["remainingItemCount"] = meta.Remaining;
        }

        return found;
    }

    public ReadOnlyMemory<byte> Event(ResourceKind kind, StoredRecord record, bool first) => Single(kind, record);

    private static JsonObject Partial(StoredRecord record) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = ApiVersion,
        ["metadata"] = ObjectStore.Parse(record)["metadata"]?.DeepClone(),
    };
}
