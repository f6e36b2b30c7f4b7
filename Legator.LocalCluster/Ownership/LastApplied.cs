using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Ownership;

/// <summary>What kubectl applied from the client's side before it began to apply on the server's side. Those fields are its own, so taking them over is no conflict.</summary>
internal sealed class LastApplied
{
    private const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";
    private const string Manager = "kubectl";

    private LastApplied(FieldSet fields) => Fields = fields;

    /// <summary>The fields that were applied and that nobody has changed since.</summary>
    public FieldSet Fields { get; }

    /// <summary>Reads the annotation; null where there is none, or where somebody else applies.</summary>
    public static LastApplied? Of(JsonObject live, ResourceKind kind, WriteIntent intent)
    {
        if (intent.Manager != Manager || intent.Subresource.Length > 0 || Read(live) is not { } applied)
        {
            return null;
        }

        FieldSet changed = FieldComparison.Of(applied, live, kind.Shape, "", kind.HasStatus).Modified;
        return new LastApplied(AppliedFields.Of(applied, kind.Shape, "", kind.HasStatus).Except(changed));
    }

    /// <summary>Writes the new configuration into the annotation, so that an apply from the client's side can go on from it.</summary>
    public void Renew(JsonObject merged, JsonObject configuration)
    {
        JsonObject shown = (JsonObject)configuration.DeepClone();
        if (shown["metadata"]?["annotations"] is JsonObject annotations)
        {
            annotations.Remove(Annotation);
        }

        if (ObjectMeta.Of(merged)["annotations"] is JsonObject target)
        {
            target[Annotation] = Sorted(shown)!.ToJsonString(FieldSet.Compact) + "\n";
        }
    }

    private static JsonObject? Read(JsonObject live)
    {
        if (ObjectMeta.Of(live)["annotations"] is not JsonObject annotations || ObjectMeta.Text(annotations, Annotation) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Somebody wrote something else there; then it is an annotation like any other.
            return null;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
