using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Builds <c>meta.k8s.io/v1 Table</c> answers.</summary>
internal static class TableBuilder
{
    /// <summary>Reads the <c>includeObject</c> query parameter; null means that the value is unknown and the request is bad.</summary>
    public static IncludeObject? ParseIncludeObject(string? text) => text switch
    {
        null or "" or "Metadata" => IncludeObject.Metadata,
        "None" => IncludeObject.None,
        "Object" => IncludeObject.Object,
        _ => null,
    };

    /// <summary>The message for an unknown <c>includeObject</c>.</summary>
    public static string BadIncludeObject(string text) =>
        $"Unable to convert to Table as requested: includeObject: Invalid value: {Schemas.GoFormat.Quote(text)}: must be 'Metadata', 'Object', 'None', or empty";

    /// <summary>A table of objects. Rows take over the objects: they must not be used afterwards.</summary>
    /// <param name="printer">Makes columns and cells.</param>
    /// <param name="items">The objects.</param>
    /// <param name="metadata">The list's metadata (resourceVersion, continue), or that of the one object.</param>
    /// <param name="include">What rows carry.</param>
    /// <param name="now">The time that ages are counted to.</param>
    /// <param name="withColumns">False for the second and later events of a watch, which repeat no columns.</param>
    public static JsonObject Build(ITablePrinter printer, IEnumerable<JsonObject> items, JsonObject metadata, IncludeObject include, DateTimeOffset now, bool withColumns = true) => new()
    {
        ["kind"] = "Table",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = metadata,
        ["columnDefinitions"] = withColumns ? new JsonArray([.. printer.Columns.Select(c => (JsonNode)c.ToJson())]) : null,
        ["rows"] = new JsonArray([.. items.Select(item => (JsonNode)Row(printer, item, include, now))]),
    };

    /// <summary>The metadata of a table that shows one object.</summary>
    public static JsonObject MetadataOf(JsonObject item) => new() { ["resourceVersion"] = item["metadata"]?["resourceVersion"]?.DeepClone() };

    private static JsonObject Row(ITablePrinter printer, JsonObject item, IncludeObject include, DateTimeOffset now) => new()
    {
        ["cells"] = printer.Cells(item, now),
        ["object"] = include switch
        {
            IncludeObject.None => null,
            IncludeObject.Object => item.Parent is null ? item : item.DeepClone(),
            _ => PartialMetadata(item),
        },
    };

    /// <summary>The object reduced to its metadata.</summary>
    public static JsonObject PartialMetadata(JsonObject item)
    {
        var metadata = item["metadata"];
        return new JsonObject
        {
            ["kind"] = "PartialObjectMetadata",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata?.DeepClone(),
        };
    }
}
