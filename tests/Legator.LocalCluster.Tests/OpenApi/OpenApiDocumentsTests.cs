using System.Text;
using System.Text.Json.Nodes;
using Legator.LocalCluster.OpenApi;

namespace Legator.LocalCluster.Tests.OpenApi;

public sealed class OpenApiDocumentsTests
{
    private const string WidgetSchema = """
        {"type": "object", "properties": {"spec": {"type": "object", "description": "what is wanted", "required": ["name"], "properties": {
            "name": {"type": "string"}, "maybe": {"type": "string", "nullable": true}, "port": {"x-kubernetes-int-or-string": true}},
            "oneOf": [{"required": ["name"]}]}}}
        """;

    private readonly OpenApiDocuments documents = new(
        [
            new OpenApiResource("", "v1", "pods", "Pod", true) { HasStatus = true },
            new OpenApiResource("apps", "v1", "deployments", "Deployment", true) { HasStatus = true, HasScale = true },
            new OpenApiResource("t.legator.io", "v1", "widgets", "Widget", true) { IsCustom = true, CustomSchema = JsonNode.Parse(WidgetSchema)!.AsObject() },
        ],
        "v1.36.0");

    [Fact]
    public void V3Index_NamesEveryGroupVersionWithAHash()
    {
        var paths = Parse(documents.V3Index())["paths"]!.AsObject();

        paths.Select(p => p.Key).ShouldBe(["api/v1", "apis/apps/v1", "apis/t.legator.io/v1"]);
        paths["apis/apps/v1"]!["serverRelativeURL"]!.GetValue<string>().ShouldBe($"/openapi/v3/apis/apps/v1?hash={documents.V3("apis/apps/v1")!.Hash}");
    }

    [Fact]
    public void V3_OfACustomKind_SaysWhatThePatchTakes()
    {
        var patch = Parse(documents.V3("apis/t.legator.io/v1")!)["paths"]!["/apis/t.legator.io/v1/namespaces/{namespace}/widgets/{name}"]!["patch"]!;

        patch["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["dryRun", "fieldManager", "fieldValidation", "force"]);
        patch["requestBody"]!["content"]!.AsObject().Select(c => c.Key).ShouldNotContain("application/strategic-merge-patch+json");
        patch["x-kubernetes-group-version-kind"]!["kind"]!.GetValue<string>().ShouldBe("Widget");
    }

    [Fact]
    public void V3_ReferencesWithADescription_StandInAnAllOf()
    {
        var metadata = Parse(documents.V3("apis/t.legator.io/v1")!)["components"]!["schemas"]!["io.legator.t.v1.Widget"]!["properties"]!["metadata"]!;

        metadata["allOf"]![0]!["$ref"]!.GetValue<string>().ShouldBe("#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
    }

    [Fact]
    public void V3_OfAnUnknownGroup_IsNothing() => documents.V3("apis/nope/v1").ShouldBeNull();

    [Fact]
    public void V2_OfACustomKind_DropsWhatV2HasNoWordsFor()
    {
        var spec = Parse(documents.V2(null))["definitions"]!["io.legator.t.v1.Widget"]!["properties"]!["spec"]!.AsObject();

        spec.ContainsKey("oneOf").ShouldBeFalse();
        spec["properties"]!["maybe"]!.AsObject().ContainsKey("type").ShouldBeFalse();
        spec["properties"]!["port"]!.AsObject().ContainsKey("type").ShouldBeFalse();
        spec["properties"]!["name"]!["type"]!.GetValue<string>().ShouldBe("string");
    }

    [Fact]
    public void V2_ReferencesAllExist()
    {
        var document = Parse(documents.V2(null));
        var references = document.ToJsonString().Split("\"$ref\":\"#/definitions/").Skip(1).Select(r => r[..r.IndexOf('"')]).Distinct();

        references.Where(r => !document["definitions"]!.AsObject().ContainsKey(r)).ShouldBeEmpty();
    }

    [Fact]
    public void V2_ForKubectl_IsProtobuf()
    {
        var content = documents.V2("application/com.github.proto-openapi.spec.v2@v1.0+protobuf");

        content.ContentType.ShouldContain("protobuf");
        Encoding.Latin1.GetString(content.Body).ShouldStartWith("\n\u00032.0");
    }

    private static JsonObject Parse(OpenApiContent content) => JsonNode.Parse(content.Body)!.AsObject();
}
