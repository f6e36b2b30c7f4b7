using System.Text.Json.Nodes;

namespace Legator.Tests.ModelStandIn;

/// <summary>What is wrong with the tools of a request, whoever the vendor is: each has a name of its own and a schema that is one.</summary>
internal static class ToolSchemas
{
    private static readonly SchemaCheck Draft = SchemaCheck.Load("tool-schema.json");

    /// <param name="tools">Each tool's name and the schema of its arguments.</param>
    public static IEnumerable<string> Problems(IReadOnlyList<(string Name, JsonNode? Schema)> tools)
    {
        foreach (var again in tools.GroupBy(tool => tool.Name).Where(named => named.Count() > 1))
        {
            yield return $"tools: the name {again.Key} is given {again.Count()} times";
        }

        foreach (var (name, schema) in tools)
        {
            foreach (var problem in Draft.Problems(schema).Concat(schema is JsonObject known ? Undefined(known) : []))
            {
                yield return $"the schema of {name} is none: {problem}";
            }
        }
    }

    /// <summary>Names in <c>required</c> that no property has: the draft allows them, and some vendors do not.</summary>
    private static IEnumerable<string> Undefined(JsonObject schema) =>
        (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => schema["properties"]?[name] is null).Select(name => $"'{name}' is required and is no property");
}
