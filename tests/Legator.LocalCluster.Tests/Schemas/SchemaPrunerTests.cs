namespace Legator.LocalCluster.Tests.Schemas;

public sealed class SchemaPrunerTests
{
    [Fact]
    public void Prune_UnknownFields_AreRemovedAndNamed()
    {
        var schema = SchemaText.OfSpec("""
            "known": {"type": "object", "properties": {"a": {"type": "string"}}},
            "list": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}},
            "map": {"type": "object", "additionalProperties": {"type": "object", "properties": {"a": {"type": "string"}}}},
            "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true, "properties": {"shaped": {"type": "object"}}},
            "pod": {"type": "object", "x-kubernetes-embedded-resource": true, "properties": {"spec": {"type": "object"}}}
            """);
        var resource = SchemaText.Json("""
            {"apiVersion": "v1", "kind": "X", "metadata": {"name": "x"}, "zoo": 1, "spec": {
                "known": {"a": "1", "z": 1}, "list": [{"z": 1}, {"a": "1"}], "map": {"k": {"z": 1}},
                "free": {"any": {"z": 1}, "shaped": {"z": 1}}, "pod": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "z": 1}}}
            """);

        schema.Prune(resource).ShouldBe(["spec.free.shaped.z", "spec.known.z", "spec.list[0].z", "spec.map.k.z", "spec.pod.z", "zoo"]);

        resource.ToJsonString().ShouldNotContain("\"z\":1,", Case.Sensitive);
        resource["spec"]!["free"]!["any"]!["z"]!.GetValue<int>().ShouldBe(1);
        resource["metadata"]!["name"]!.GetValue<string>().ShouldBe("x");
    }
}
