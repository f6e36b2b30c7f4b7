using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Responses;

/// <summary>Gives a stored object in the version that was asked for. Mostly that is the stored one and the bytes go out as they are.</summary>
internal static class ObjectForm
{
    public static byte[] Bytes(ResourceKind kind, StoredRecord record) =>
        kind.IsStoredAs ? record.Value : ObjectBytes.Of(Nodes(kind, record));

    public static JsonObject Nodes(ResourceKind kind, StoredRecord record) => FromStorage(kind, ObjectStore.Parse(record));

    public static JsonObject FromStorage(ResourceKind kind, JsonObject stored)
    {
        if (kind.IsStoredAs)
        {
            return stored;
        }

        if (kind.Collection == "events")
        {
            return EventView.Show(stored);
        }

        stored["apiVersion"] = kind.ApiVersion;
        return stored;
    }

    public static JsonObject ToStorage(ResourceKind kind, JsonObject given)
    {
        if (kind.IsStoredAs)
        {
            return given;
        }

        if (kind.Collection == "events")
        {
            return EventView.Store(given);
        }

        given["apiVersion"] = kind.StorageApiVersion;
        return given;
    }
}
