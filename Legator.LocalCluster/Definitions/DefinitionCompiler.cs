using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Printing;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Definitions;

/// <summary>Makes served kinds of a stored definition, one for each served version.</summary>
internal static class DefinitionCompiler
{
    public static IReadOnlyList<ResourceKind> Compile(JsonObject definition)
    {
        if (definition["spec"] is not JsonObject spec || spec["names"] is not JsonObject names || spec["versions"] is not JsonArray versions)
        {
            return [];
        }

        string group = ObjectMeta.Text(spec, "group");
        JsonObject[] all = [.. versions.OfType<JsonObject>()];
        string storage = ObjectMeta.Text(all.FirstOrDefault(v => DefinitionChecks.Flag(v, "storage")), "name");
        return [.. all.Where(v => DefinitionChecks.Flag(v, "served")).Select(v => Version(definition, spec, names, v, $"{group}/{storage}"))];
    }

    private static ResourceKind Version(JsonObject definition, JsonObject spec, JsonObject names, JsonObject version, string storageApiVersion)
    {
        string group = ObjectMeta.Text(spec, "group");
        string kind = ObjectMeta.Text(names, "kind");
        JsonObject? subresources = version["subresources"] as JsonObject;
        return new ResourceKind
        {
            Group = group,
            Version = ObjectMeta.Text(version, "name"),
            Plural = ObjectMeta.Text(names, "plural"),
            Singular = ObjectMeta.Text(names, "singular") is { Length: > 0 } singular ? singular : kind.ToLowerInvariant(),
            Kind = kind,
            ListKind = ObjectMeta.Text(names, "listKind") is { Length: > 0 } listKind ? listKind : kind + "List",
            Namespaced = ObjectMeta.Text(spec, "scope") == "Namespaced",
            ShortNames = Texts(names["shortNames"]),
            Categories = Texts(names["categories"]),
            HasStatus = subresources?["status"] is not null,
            Scale = Scale(subresources?["scale"] as JsonObject),
            HasGeneration = true,
            StorageApiVersion = storageApiVersion,
            SelectableFields = [.. (version["selectableFields"] as JsonArray ?? []).Select(f => ObjectMeta.Text(f as JsonObject, "jsonPath").TrimStart('.'))],
            Custom = Custom(definition, version, group, kind),
        };
    }

    private static CustomVersion Custom(JsonObject definition, JsonObject version, string group, string kind)
    {
        JsonObject? document = version["schema"]?["openAPIV3Schema"] as JsonObject;
        ResourceSchema? schema = document is null ? null : ResourceSchema.Compile(document, "schema").Schema;
        string name = ObjectMeta.Text(version, "name");
        return new CustomVersion
        {
            DefinitionName = ObjectMeta.Name(definition),
            Document = document,
            Schema = schema ?? ResourceSchema.Anything,
            Printer = CustomResourcePrinter.Compile(version["additionalPrinterColumns"] as JsonArray, "additionalPrinterColumns").Printer,
            DeprecationWarning = DefinitionChecks.Flag(version, "deprecated")
                ? ObjectMeta.Text(version, "deprecationWarning") is { Length: > 0 } warning ? warning : $"{group}/{name} {kind} is deprecated"
                : null,
        };
    }

    private static ScalePaths? Scale(JsonObject? scale) => scale is null
        ? null
        : new ScalePaths(
            ObjectMeta.Text(scale, "specReplicasPath"), ObjectMeta.Text(scale, "statusReplicasPath"),
            ObjectMeta.Text(scale, "labelSelectorPath") is { Length: > 0 } selector ? selector : null);

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(n => n?.ToString() ?? "")];
}
