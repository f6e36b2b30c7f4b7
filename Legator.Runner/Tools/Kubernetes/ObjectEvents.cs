using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Runner.Clusters;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads events, the newest first. The API gives them in the order of their names, so all must be read to find those.</summary>
internal static class ObjectEvents
{
    private const int PageSize = 500;
    private const int MaxPages = 10;

    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(ClusterAccess access, string? inNamespace, string? fieldSelector, CancellationToken cancellationToken)
    {
        if (await access.Client.ResolveAsync("events", cancellationToken) is not { } kind)
        {
            return [];
        }

        var found = new List<JsonObject>();
        var query = new ListQuery { FieldSelector = fieldSelector, Limit = PageSize };
        for (var page = 0; page < MaxPages; page++)
        {
            var items = await access.Client.ListAsync(kind, inNamespace, query, cancellationToken, access.Call);
            found.AddRange(items.Items);
            if (items.Continue is null)
            {
                break;
            }

            query = query with { Continue = items.Continue };
        }

        return [.. found.OrderByDescending(e => ObjectAge.Read(LastSeen(e)) ?? DateTimeOffset.MinValue)];
    }

    public static JsonNode? LastSeen(JsonObject happening) =>
        ObjectFields.At(happening, "series", "lastObservedTime") ?? ObjectFields.At(happening, "lastTimestamp") ?? ObjectFields.At(happening, "eventTime") ?? ObjectFields.At(happening, "metadata", "creationTimestamp");

    public static int Count(JsonObject happening) => Math.Max(1, Math.Max(ObjectFields.Number(happening, "count"), ObjectFields.Number(happening, "series", "count")));
}
