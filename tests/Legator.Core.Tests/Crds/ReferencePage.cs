using System.Text;
using System.Text.Json.Nodes;

namespace Legator.Core.Tests.Crds;

/// <summary>Writes docs/crd-reference.md from the schemas: every field of every kind, with type, default and meaning.</summary>
internal static class ReferencePage
{
    public static string Write(IEnumerable<JsonObject> crds)
    {
        var page = new StringBuilder("# Resources\n\nEvery field of every kind, from the same types as the CRDs in `deploy/crds`. Generated; see tests/Legator.Core.Tests.\n");
        foreach (var crd in crds)
        {
            WriteKind(page, crd);
        }

        return page.ToString();
    }

    private static void WriteKind(StringBuilder page, JsonObject crd)
    {
        var (names, version) = (crd["spec"]!["names"]!, crd["spec"]!["versions"]![0]!);
        var schema = version["schema"]!["openAPIV3Schema"]!;
        page.Append($"\n## {names["kind"]}\n\n{schema["description"]}\n\n");
        page.Append($"`{crd["spec"]!["group"]}/{version["name"]}`, {((string)crd["spec"]!["scope"]!).ToLowerInvariant()}, short name `{names["shortNames"]![0]}`.\n");
        foreach (var part in new[] { "spec", "status" })
        {
            page.Append($"\n### {names["kind"]}.{part}\n\n{schema["properties"]![part]!["description"]}\n\n| field | type | default | meaning |\n|---|---|---|---|\n");
            WriteFields(page, schema["properties"]![part]!, "");
        }
    }

    private static void WriteFields(StringBuilder page, JsonNode schema, string prefix)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        foreach (var (name, field) in schema["properties"] as JsonObject ?? [])
        {
            var mark = required.Contains(name) ? " (required)" : "";
            var fallback = field!["default"] is { } value ? $"`{value}`" : "";
            page.Append($"| `{prefix}{name}`{mark} | {TypeOf(field)} | {fallback} | {Meaning(field)} |\n");
            WriteFields(page, field, $"{prefix}{name}.");
            if ((field["items"] ?? field["additionalProperties"]) is JsonObject inner)
            {
                WriteFields(page, inner, $"{prefix}{name}{(field["items"] is null ? ".*." : "[].")}");
            }
        }
    }

    private static string TypeOf(JsonNode field) => (string)field["type"]! switch
    {
        "array" => $"list of {TypeOf(field["items"]!)}",
        "object" when field["additionalProperties"] is { } value => $"map of {TypeOf(value)}",
        "string" when (string?)field["format"] == "date-time" => "time",
        var type => type,
    };

    private static string Meaning(JsonNode field)
    {
        var choices = field["enum"] is JsonArray values ? $" One of {string.Join(", ", values.Select(value => $"`{value}`"))}." : "";
        return (((string?)field["description"] ?? "") + choices).Replace("|", "\\|");
    }
}
