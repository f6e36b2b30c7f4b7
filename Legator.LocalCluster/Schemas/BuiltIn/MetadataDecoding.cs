using System.Text.Json.Nodes;
using k8s.Models;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>Metadata of custom objects, which is typed although the rest of the object follows the definition.</summary>
internal static class MetadataDecoding
{
    private static readonly StructuralSchema Schema = BuiltInSchemas.Of(typeof(V1ObjectMeta));

    /// <summary>Removes unknown fields from metadata and returns their paths.</summary>
    public static IReadOnlyList<string> Prune(JsonObject resource) =>
        resource["metadata"] is JsonObject metadata ? [.. SchemaPruner.Prune(metadata, Schema).Select(p => $"metadata.{p}")] : [];

    /// <summary>The reason why metadata cannot be read, as Go's decoder words it; null where it can.</summary>
    public static string? Problem(JsonObject resource) => resource["metadata"] switch
    {
        null => null,
        JsonObject metadata => SchemaValidator.Validate(metadata, null, Schema).Count == 0 ? null : GoDecoding.Problem(metadata, typeof(V1ObjectMeta)),
        var other => $"json: cannot unmarshal {GoDecoding.Kind(other)} into Go value of type v1.ObjectMeta",
    };
}
