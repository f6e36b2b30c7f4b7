using System.Text.Json.Nodes;

namespace Legator.Core.Resources.Schema;

/// <summary>Holds resources against the schemas that an API server holds them against, without one.</summary>
public static class ResourceSchemas
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> Schemas = new(Read);

    /// <summary>The kinds that have a schema here.</summary>
    public static IEnumerable<string> Kinds => Schemas.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>Everything in a resource that its schema does not allow; empty when it fits.</summary>
    /// <param name="kind">Its kind, one of <see cref="Kinds"/>.</param>
    /// <param name="resource">The whole resource; what the API server writes itself is not looked at.</param>
    public static IReadOnlyList<FieldProblem> Check(string kind, JsonObject resource)
    {
        var own = new JsonObject(resource.Where(field => field.Key is not ("apiVersion" or "kind" or "metadata" or "status")).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        return SchemaWalk.Check(Schemas.Value[kind], own, "");
    }

    /// <summary>The same for a spec that stands elsewhere.</summary>
    /// <param name="resource">Type of the resource.</param>
    /// <param name="spec">The spec.</param>
    /// <param name="path">Where it stands.</param>
    public static IReadOnlyList<FieldProblem> CheckSpec(Type resource, JsonNode spec, string path) =>
        SchemaWalk.Check((JsonObject)Schemas.Value[resource.Name]["properties"]!["spec"]!, spec, path);

    private static Dictionary<string, JsonObject> Read() => LegatorCrds.All.ToDictionary(
        definition => (string)definition["spec"]!["names"]!["kind"]!,
        definition => (JsonObject)definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!,
        StringComparer.Ordinal);
}
