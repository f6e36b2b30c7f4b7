using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Printing;
using Legator.LocalCluster.Schemas;
using Legator.LocalCluster.Selectors;

namespace Legator.LocalCluster.Definitions;

/// <summary>What a CustomResourceDefinition must be like to be served.</summary>
internal static class DefinitionChecks
{
    public static void Run(JsonObject definition, JsonObject? old, List<StatusCause> causes)
    {
        JsonObject spec = (JsonObject)definition["spec"]!;
        JsonObject names = (JsonObject)spec["names"]!;
        Names(definition, spec, names, causes);
        Versions(spec, causes);
        if (old?["spec"] is JsonObject before)
        {
            Immutable(before, spec, "scope", causes);
            Immutable(before, spec, "group", causes);
            Immutable(before["names"] as JsonObject ?? [], names, "kind", causes, "spec.names.");
            Immutable(before["names"] as JsonObject ?? [], names, "plural", causes, "spec.names.");
        }
    }

    public static bool Flag(JsonObject map, string name) => map[name] is JsonValue value && value.TryGetValue(out bool on) && on;

    private static void Names(JsonObject definition, JsonObject spec, JsonObject names, List<StatusCause> causes)
    {
        string group = ObjectMeta.Text(spec, "group");
        string plural = ObjectMeta.Text(names, "plural");
        Require(spec, "group", "spec.group", causes);
        Require(names, "plural", "spec.names.plural", causes);
        Require(names, "kind", "spec.names.kind", causes);
        string scope = ObjectMeta.Text(spec, "scope");
        if (scope.Length == 0)
        {
            causes.Add(StatusCause.Required("spec.scope", ""));
        }
        else if (scope is not ("Namespaced" or "Cluster"))
        {
            causes.Add(StatusCause.NotSupported("spec.scope", $"\"{scope}\"", ["Cluster", "Namespaced"]));
        }

        if (plural.Length > 0 && NameSyntax.ServiceProblem(plural) is { } problem)
        {
            causes.Add(StatusCause.Invalid("spec.names.plural", $"\"{plural}\"", problem));
        }

        string name = ObjectMeta.Name(definition);
        if (group.Length > 0 && plural.Length > 0 && name != $"{plural}.{group}")
        {
            causes.Add(StatusCause.Invalid("metadata.name", $"\"{name}\"", "must be spec.names.plural+\".\"+spec.group"));
        }

        if (group.Length > 0 && !group.Contains('.', StringComparison.Ordinal))
        {
            causes.Add(StatusCause.Invalid("spec.group", $"\"{group}\"", "should be a domain with at least one dot"));
        }
    }

    private static void Versions(JsonObject spec, List<StatusCause> causes)
    {
        JsonArray versions = spec["versions"] as JsonArray ?? [];
        if (versions.Count == 0 || versions.OfType<JsonObject>().Count(v => Flag(v, "storage")) != 1)
        {
            causes.Add(StatusCause.Invalid(
                "spec.versions", Shown(versions), "must have exactly one version marked as storage version"));
            causes.Add(StatusCause.Invalid("status.storedVersions", "null", "must have at least one stored version"));
        }

        HashSet<string> seen = [];
        bool alike = versions.All(v => JsonNode.DeepEquals(v?["schema"], versions[0]?["schema"]) && JsonNode.DeepEquals(v?["additionalPrinterColumns"], versions[0]?["additionalPrinterColumns"]));
        for (int i = 0; i < versions.Count; i++)
        {
            string path = $"spec.versions[{i}]";
            if (versions[i] is not JsonObject version)
            {
                continue;
            }

            Require(version, "name", path + ".name", causes);
            if (!seen.Add(ObjectMeta.Text(version, "name")))
            {
                causes.Add(new StatusCause("FieldValueDuplicate", $"Duplicate value: \"{ObjectMeta.Text(version, "name")}\"", path + ".name"));
            }

            // What all versions have in common is checked once, under the name that it had when there was only one version.
            if (!alike)
            {
                Schema(version, $"{path}.schema", $"{path}.additionalPrinterColumns", causes);
            }
            else if (i == 0)
            {
                Schema(version, "spec.validation", "spec.additionalPrinterColumns", causes);
            }
        }
    }

    // As the API server's own type shows it.
    private static string Shown(JsonArray versions) => new JsonArray([.. versions.OfType<JsonObject>().Select(v => (JsonNode)new JsonObject
    {
        ["Name"] = ObjectMeta.Text(v, "name"),
        ["Served"] = Flag(v, "served"),
        ["Storage"] = Flag(v, "storage"),
        ["Deprecated"] = Flag(v, "deprecated"),
        ["DeprecationWarning"] = v["deprecationWarning"]?.DeepClone(),
        ["Schema"] = null,
        ["Subresources"] = null,
        ["AdditionalPrinterColumns"] = null,
        ["SelectableFields"] = null,
    })]).ToJsonString();

    private static void Schema(JsonObject version, string path, string columnsPath, List<StatusCause> causes)
    {
        if (version["schema"]?["openAPIV3Schema"] is not JsonObject document)
        {
            causes.Add(StatusCause.Required($"{path}.openAPIV3Schema", "schemas are required"));
            return;
        }

        (_, IReadOnlyList<FieldError> errors) = ResourceSchema.Compile(document, $"{path}.openAPIV3Schema");
        (_, IReadOnlyList<FieldError> columnErrors) = CustomResourcePrinter.Compile(version["additionalPrinterColumns"] as JsonArray, columnsPath);
        causes.AddRange(errors.Concat(columnErrors).Select(e => new StatusCause(e.CauseReason, e.Message, e.FieldOrNil)));
    }

    private static void Require(JsonObject map, string field, string path, List<StatusCause> causes)
    {
        if (ObjectMeta.Text(map, field).Length == 0)
        {
            causes.Add(StatusCause.Required(path, ""));
        }
    }

    private static void Immutable(JsonObject before, JsonObject after, string field, List<StatusCause> causes, string prefix = "spec.")
    {
        if (!JsonNode.DeepEquals(before[field], after[field]))
        {
            causes.Add(StatusCause.Invalid(prefix + field, $"\"{after[field]}\"", "field is immutable"));
        }
    }
}
