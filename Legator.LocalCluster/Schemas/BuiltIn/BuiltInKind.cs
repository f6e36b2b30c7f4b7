using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>What is known about the fields of a built-in kind.</summary>
/// <param name="Model">The client library's type.</param>
/// <param name="Schema">Its compiled schema: use it to prune unknown fields and to learn how lists merge, not to validate.</param>
internal sealed record BuiltInKind(Type Model, ResourceSchema Schema)
{
    /// <summary>Finds a kind; null where it is not a built-in one.</summary>
    public static BuiltInKind? Find(string group, string version, string kind) =>
        BuiltInModels.Find(group, version, kind) is { } model ? new BuiltInKind(model, new ResourceSchema(BuiltInSchemas.Of(model))) : null;

    /// <summary>The reason why an object cannot be read as this kind, as Go's decoder words it; null where it can.</summary>
    public string? DecodeProblem(JsonObject resource) =>
        SchemaValidator.Validate(resource, null, Schema.Root).Count == 0 ? null : GoDecoding.Problem(resource, Model);

    /// <summary>Removes unknown fields in place and returns their paths.</summary>
    public IReadOnlyList<string> Prune(JsonObject resource)
    {
        var unknown = Schema.Prune(resource);
        return MetadataDecoding.Prune(resource) is { Count: > 0 } more ? [.. more, .. unknown] : unknown;
    }
}
