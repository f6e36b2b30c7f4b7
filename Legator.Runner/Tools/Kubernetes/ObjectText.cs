using System.Text;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Writes one object as YAML, without what only machines need and without the data of Secrets.</summary>
internal static class ObjectText
{
    private static readonly string[] Metadata = ["name", "namespace", "creationTimestamp", "deletionTimestamp", "generation", "labels", "annotations", "ownerReferences", "finalizers"];

    // It repeats the whole object, the data of a Secret included.
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static string Write(JsonObject found)
    {
        var shown = new JsonObject { ["apiVersion"] = Copy(found["apiVersion"]), ["kind"] = Copy(found["kind"]), ["metadata"] = ShowMetadata(found["metadata"] as JsonObject) };
        foreach (var (name, value) in found.Where(m => m.Key is not ("apiVersion" or "kind" or "metadata")))
        {
            shown[name] = IsSecret(found) && name is "data" or "stringData" ? Sizes(value as JsonObject) : Copy(value);
        }

        ObjectSecrets.Remove(shown);
        return Yaml.Write(shown).TrimEnd('\n');
    }

    private static JsonObject ShowMetadata(JsonObject? metadata)
    {
        var shown = new JsonObject();
        foreach (var name in Metadata)
        {
            if (metadata?[name] is { } value)
            {
                shown[name] = Copy(value);
            }
        }

        (shown["annotations"] as JsonObject)?.Remove(LastApplied);
        if (shown["annotations"] is JsonObject { Count: 0 })
        {
            shown.Remove("annotations");
        }

        foreach (var owner in ObjectFields.Items(shown, "ownerReferences"))
        {
            owner.Remove("uid");
        }

        return shown;
    }

    private static bool IsSecret(JsonObject found) => ObjectFields.Text(found, "kind") == "Secret";

    private static JsonObject Sizes(JsonObject? data) =>
        new((data ?? []).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)$"not shown, {Encoding.UTF8.GetByteCount(entry.Value?.ToString() ?? "")} characters of base64")));

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
