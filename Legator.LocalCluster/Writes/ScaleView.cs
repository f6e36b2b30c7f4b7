using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes;

/// <summary>Translates between an object and its Scale.</summary>
internal static class ScaleView
{
    public static JsonObject Of(ResourceKind kind, JsonObject resource)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        JsonObject shown = [];
        foreach (string field in (ReadOnlySpan<string>)["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
        {
            ObjectMeta.Carry(metadata, shown, field);
        }

        JsonObject status = new() { ["replicas"] = ObjectMeta.Whole(Find(resource, kind.Scale!.StatusReplicas)) };
        if (kind.Scale.LabelSelector is { } path && SelectorText(Find(resource, path)) is { Length: > 0 } selector)
        {
            status["selector"] = selector;
        }

        return new JsonObject
        {
            ["kind"] = "Scale",
            ["apiVersion"] = "autoscaling/v1",
            ["metadata"] = shown,
            ["spec"] = new JsonObject { ["replicas"] = ObjectMeta.Whole(Find(resource, kind.Scale.SpecReplicas)) },
            ["status"] = status,
        };
    }

    public static void SetReplicas(ResourceKind kind, JsonObject resource, JsonObject scale)
    {
        JsonNode? given = scale["spec"]?["replicas"];
        long replicas = given is null ? 0
            : given is JsonValue value && value.TryGetValue(out long whole) ? whole
            : throw ApiErrors.BadRequest("Scale in version \"v1\" cannot be handled as a Scale: spec.replicas must be a whole number");
        if (replicas < 0)
        {
            throw ApiErrors.Invalid(
                "Scale", "autoscaling", ObjectMeta.Name(resource),
                [StatusCause.Invalid("spec.replicas", ObjectStore.VersionText(replicas), "must be greater than or equal to 0")]);
        }

        string[] path = Steps(kind.Scale!.SpecReplicas);
        JsonObject at = resource;
        foreach (string step in path[..^1])
        {
            if (at[step] is not JsonObject next)
            {
                at[step] = next = [];
            }

            at = next;
        }

        at[path[^1]] = replicas;
    }

    private static JsonNode? Find(JsonNode? node, string path) => Steps(path).Aggregate(node, (at, step) => (at as JsonObject)?[step]);

    private static string[] Steps(string path) => path.Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static string SelectorText(JsonNode? selector) => selector switch
    {
        JsonValue text => text.ToString(),
        JsonObject map when map["matchLabels"] is JsonObject labels => string.Join(',', labels.Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal)),
        JsonObject map when map["matchExpressions"] is null => string.Join(',', map.Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal)),
        _ => "",
    };
}
