using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Tests.Schemas;

public sealed class SchemaDefaulterTests
{
    [Theory]
    [InlineData("{}", """{"mode": "fast", "open": {"x": 7}}""")]
    [InlineData("""{"mode": null, "tags": null}""", """{"mode": "fast", "open": {"x": 7}}""")]
    [InlineData("""{"nested": {"b": null, "c": null, "a": null}}""", """{"nested": {"b": null, "c": null, "a": "A"}, "mode": "fast", "open": {"x": 7}}""")]
    [InlineData("""{"ports": [{}]}""", """{"ports": [{"proto": "TCP"}], "mode": "fast", "open": {"x": 7}}""")]
    [InlineData("""{"labels": {"a": {}}}""", """{"labels": {"a": {"y": 1}}, "mode": "fast", "open": {"x": 7}}""")]
    public void Default_MissingAndNullFields_AreFilledOnlyBelowWhatIsPresent(string spec, string expected)
    {
        var schema = SchemaText.OfSpec("""
            "mode": {"type": "string", "default": "fast"},
            "tags": {"type": "array", "items": {"type": "string"}},
            "nested": {"type": "object", "properties": {"a": {"type": "string", "default": "A"}, "b": {"type": "string", "nullable": true, "default": "B"}, "c": {"type": "string", "nullable": true}}},
            "open": {"type": "object", "default": {}, "properties": {"x": {"type": "integer", "default": 7}}},
            "ports": {"type": "array", "items": {"type": "object", "properties": {"proto": {"type": "string", "default": "TCP"}}}},
            "labels": {"type": "object", "additionalProperties": {"type": "object", "properties": {"y": {"type": "integer", "default": 1}}}}
            """);
        var resource = SchemaText.Json($$"""{"spec": {{spec}} }""");

        schema.Default(resource);

        JsonNode.DeepEquals(resource["spec"], JsonNode.Parse(expected)).ShouldBeTrue(resource.ToJsonString());
    }
}
