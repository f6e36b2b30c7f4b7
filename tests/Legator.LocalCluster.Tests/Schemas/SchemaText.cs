using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Tests.Schemas;

/// <summary>Schemas and objects written in tests as JSON.</summary>
internal static class SchemaText
{
    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>Compiles a schema whose <c>spec</c> has the given properties.</summary>
    public static ResourceSchema OfSpec(string properties, string more = "")
    {
        var text = $$"""{"type": "object", "properties": {"spec": {"type": "object", "properties": {{{properties}}} {{more}} } } }""";
        var (schema, errors) = ResourceSchema.Compile(Json(text), "schema");
        errors.ShouldBeEmpty();
        return schema!;
    }

    /// <summary>The errors of an object with this spec, one line each, sorted.</summary>
    public static string[] Complaints(this ResourceSchema schema, string spec, string? oldSpec = null)
    {
        var old = oldSpec is null ? null : Json($$"""{"spec": {{oldSpec}} }""");
        return [.. schema.Validate(Json($$"""{"spec": {{spec}} }"""), old).Select(e => e.ToString()).Order(StringComparer.Ordinal)];
    }
}
