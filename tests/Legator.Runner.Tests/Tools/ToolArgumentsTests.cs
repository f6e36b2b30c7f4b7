using System.Text.Json;
using Legator.Runner.Tools;
using Legator.Runner.Tools.Http;
using Legator.Runner.Tools.Kubernetes;
using Legator.Runner.Tools.Kubernetes.Rollouts;

namespace Legator.Runner.Tests.Tools;

public sealed class ToolArgumentsTests
{
    [Fact]
    public void Schema_Arguments_IsAClosedObject()
    {
        var schema = ToolArguments.Schema<KubectlRolloutArguments>();
        schema.GetProperty("type").GetString().ShouldBe("object");
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ShouldBe(["action", "resource", "name"], ignoreOrder: true);
        var action = schema.GetProperty("properties").GetProperty("action");
        action.GetProperty("enum").EnumerateArray().Select(e => e.GetString()).ShouldBe(["status", "history", "restart", "undo", "pause", "resume"]);
        action.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
        schema.GetProperty("properties").GetProperty("namespace").GetProperty("type").GetString().ShouldBe("string");
    }

    [Fact]
    public void Schema_Map_IsAnObjectOfStrings() =>
        ToolArguments.Schema<HttpReadArguments>().GetProperty("properties").GetProperty("headers").GetProperty("type").GetString().ShouldBe("object");

    [Fact]
    public void Read_UnknownArgument_IsNamedWithTheAllowedOnes()
    {
        var problem = Should.Throw<ToolInputException>(() => Read<KubectlGetArguments>("""{"resource":"pods","target":"uptime"}""")).Problem;
        problem.Message.ShouldContain("'target'");
        problem.Remedy.ShouldNotBeNull().ShouldContain("resource (string, required), name (string)");
    }

    [Theory]
    [InlineData("""{"resource":"deploy","name":"web"}""", "'replicas' is missing")]
    [InlineData("""{"resource":"deploy","name":"web","replicas":"3"}""", "'replicas' does not fit")]
    [InlineData("""{"resource":"deploy","name":"web","replicas":2.5}""", "'replicas' does not fit")]
    [InlineData("""{"resource":"deploy","name":"web","replicas":null}""", "'replicas' does not fit")]
    [InlineData("""{"resource":null,"name":"web","replicas":1}""", "'resource' does not fit")]
    public void Read_ArgumentThatDoesNotFit_IsNamed(string json, string expected) =>
        Should.Throw<ToolInputException>(() => Read<KubectlScaleArguments>(json)).Message.ShouldContain(expected);

    [Fact]
    public void Read_NullForAnOptionalArgument_LeavesItOut() => Read<KubectlGetArguments>("""{"resource":"pods","name":null}""").Name.ShouldBeNull();

    private static T Read<T>(string json)
        where T : class => ToolArguments.Read<T>(JsonDocument.Parse(json).RootElement);
}
