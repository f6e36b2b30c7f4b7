using System.Text.Json;
using Legator.Runner.Tools;
using Legator.Runner.Tools.Mcp;

namespace Legator.Runner.Tests.Tools.Mcp;

public sealed class McpSchemaTests
{
    private const string Schema = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","title":"x",
         "properties":{
           "name":{"type":"string","minLength":2,"maxLength":5},
           "count":{"type":"integer","minimum":1,"exclusiveMaximum":10},
           "mode":{"enum":["fast","slow"]},
           "tags":{"type":"array","items":{"type":"string"},"maxItems":2},
           "place":{"anyOf":[{"type":"string"},{"type":"object","properties":{"x":{"type":"number"}},"required":["x"],"additionalProperties":false}]},
           "tree":{"$ref":"#/$defs/node"},
           "size":{"type":"number","multipleOf":0.1},
           "set":{"type":"array","uniqueItems":true},
           "free":{"type":"object","propertyNames":{"type":"string","maxLength":3},"additionalProperties":{"type":"boolean"}}},
         "required":["name"],
         "$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"}},"additionalProperties":false}}}
        """;

    [Theory]
    [InlineData("""{"name":"web"}""")]
    [InlineData("""{"name":"web","count":9,"mode":"fast","tags":["a","b"],"place":{"x":1.5},"tree":{"next":{"next":{}}},"free":{"abc":true}}""")]
    [InlineData("""{"name":"web","count":2.0,"place":"here"}""")]
    [InlineData("""{"name":"web","size":0.3,"set":[1,"1",{"a":1},{"a":2},[]]}""")]
    [InlineData("""{"name":"web","size":1e300}""")]
    public void Check_ArgumentsThatFit_Pass(string arguments) => Should.NotThrow(() => McpArguments.Check(Read(Schema), Parse(arguments)));

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{}", "'name' is missing")]
    [InlineData("""{"name":7}""", "'name' must be string")]
    [InlineData("""{"name":"w"}""", "at least 2")]
    [InlineData("""{"name":"websites"}""", "at most 5")]
    [InlineData("""{"name":"web","count":1.5}""", "'count' must be integer")]
    [InlineData("""{"name":"web","count":10}""", "below 10")]
    [InlineData("""{"name":"web","mode":"medium"}""", "one of fast, slow")]
    [InlineData("""{"name":"web","tags":["a",1]}""", "'tags[1]' must be string")]
    [InlineData("""{"name":"web","tags":["a","b","c"]}""", "at most 2")]
    [InlineData("""{"name":"web","place":{"x":1,"y":2}}""", "none of its alternatives")]
    [InlineData("""{"name":"web","tree":{"next":{"prev":{}}}}""", "no argument 'tree.next.prev'")]
    [InlineData("""{"name":"web","free":{"abcd":true}}""", "at most 3")]
    [InlineData("""{"name":"web","free":{"abc":1}}""", "must be boolean")]
    [InlineData("""{"name":"web","color":"red"}""", "no argument 'color'")]
    [InlineData("""{"name":"web","size":0.25}""", "multiple of 0.1")]
    [InlineData("""{"name":"web","set":[1,2,1.0]}""", "the same twice")]
    [InlineData("""{"name":"web","set":[{"a":1,"b":2},{"b":2,"a":1}]}""", "the same twice")]
    [InlineData("""{"name":"web","name":"db"}""", "there twice")]
    public void Check_ArgumentsThatDoNotFit_AreNamed(string arguments, string expected) =>
        Should.Throw<ToolInputException>(() => McpArguments.Check(Read(Schema), Parse(arguments))).Problem.Message.ShouldContain(expected);

    [Fact]
    public void Check_DeepArguments_End() =>
        Should.Throw<ToolInputException>(() => McpArguments.Check(
            Read("""{"type":"object","properties":{"a":{"$ref":"#/$defs/n"}},"$defs":{"n":{"anyOf":[{"$ref":"#/$defs/n"},{"$ref":"#/$defs/n"}]}}}"""), Parse("""{"a":1}""")));

    [Fact]
    public void Read_ObjectWithoutProperties_TakesAnything() =>
        Should.NotThrow(() => McpArguments.Check(Read("""{"type":"object"}"""), Parse("""{"a":1}""")));

    [Theory]
    [InlineData("""{"type":"array"}""", "does not take an object")]
    [InlineData("""true""", "does not take an object")]
    [InlineData("""{"type":"object","oneOf":[{}]}""", "'oneOf'")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"file:///etc/passwd"}}}""", "outside of itself")]
    [InlineData("""{"type":"object","properties":{"a":{"patternProperties":{"(a+)+$":{}}}}}""", "'patternProperties'")]
    [InlineData("""{"type":"object","properties":{"a":{"maximum":1e999}}}""", "maximum")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"text"}}}""", "type")]
    [InlineData("""{"type":"object","properties":{"a\u200b":{}}}""", "cannot be seen")]
    [InlineData("""{"type":"object","required":[1]}""", "malformed")]
    public void Read_SchemaThatCannotBeHeld_SaysWhy(string schema, string expected) =>
        Should.Throw<McpProblemException>(() => Read(schema)).Message.ShouldContain(expected);

    [Fact]
    public void Read_HugeSchema_SaysWhy()
    {
        Should.Throw<McpProblemException>(() => Read("{\"type\":\"object\",\"properties\":{" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"p{i}\":{{}}")) + "}}")).Message.ShouldContain("2000 parts");
        Should.Throw<McpProblemException>(() => Read("{\"type\":\"object\",\"properties\":{\"a\":" + string.Concat(Enumerable.Repeat("{\"items\":", 40)) + "{}" + new string('}', 42))).Message.ShouldContain("16 levels");
    }

    [Theory]
    [InlineData("k8sgpt", "pod/web: crash\nConfigMap kube-root-ca.crt is not used", "pod/web: crash")]
    [InlineData("K8sGPT", "Kyverno Policy x fails\nService db-ro has No Endpoints", "[all 2 lines were left out: they are said of every cluster]")]
    [InlineData("other", "ConfigMap kube-root-ca.crt is not used", "ConfigMap kube-root-ca.crt is not used")]
    public void Noise_OfTheAnalyzer_IsLeftOut(string server, string text, string expected) => McpNoise.Without(server, text).ShouldBe(expected);

    private static JsonElement Read(string schema) => new McpSchema(text => McpText.Clean(text, 1000)).Read(Parse(schema));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 }).RootElement;
}
