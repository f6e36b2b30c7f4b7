using System.Text.Json.Nodes;
using Legator.Runner.Tools.Kubernetes.Manifests;

namespace Legator.Runner.Tests.Tools.Kubernetes;

/// <summary>Whether an object shows that a JSON patch was made.</summary>
public sealed class PlainOperationsTests
{
    private const string Live = """{"data":{"a":"1","1":"x"},"list":[{"v":1},{"v":2}]}""";

    [Theory]
    [InlineData("""[{"op":"replace","path":"/data/a","value":"1"}]""", true)]
    [InlineData("""[{"op":"replace","path":"/data/a","value":"2"}]""", false)]
    [InlineData("""[{"op":"test","path":"/data/a","value":"0"},{"op":"add","path":"/data/1","value":"x"}]""", true)]
    [InlineData("""[{"op":"add","path":"/data/b","value":"y"}]""", false)]
    [InlineData("""[{"op":"remove","path":"/data/b"}]""", true)]
    [InlineData("""[{"op":"remove","path":"/data/a"}]""", false)]
    [InlineData("""[{"op":"replace","path":"/list/1/v","value":2},{"op":"remove","path":"/data/gone"}]""", true)]
    [InlineData("""[{"op":"replace","path":"/list/1/v","value":2},{"op":"remove","path":"/data/a"}]""", false)]
    [InlineData("""[{"op":"add","path":"/list/0","value":{"v":1}}]""", null)]
    [InlineData("""[{"op":"add","path":"/list/-","value":{"v":2}}]""", null)]
    [InlineData("""[{"op":"remove","path":"/list/1"}]""", null)]
    [InlineData("""[{"op":"move","from":"/data/a","path":"/data/b"}]""", null)]
    [InlineData("""[{"op":"add","path":"/nothing/b","value":1}]""", null)]
    [InlineData("""[{"op":"replace","path":"/data/a","value":"2"},{"op":"replace","path":"/data/a","value":"1"}]""", null)]
    [InlineData("""[{"op":"replace","path":"/data","value":{}},{"op":"add","path":"/data/a","value":"1"}]""", null)]
    public void Operations_OnAnObject_AreDoneOrNotOrCannotBeTold(string operations, bool? expected) =>
        PlainOperations.AreDone(JsonNode.Parse(operations)!.AsArray(), JsonNode.Parse(Live)!.AsObject()).ShouldBe(expected);
}
