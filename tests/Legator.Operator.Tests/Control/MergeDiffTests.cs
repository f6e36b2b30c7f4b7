using System.Text.Json.Nodes;
using Legator.Operator.Control;

namespace Legator.Operator.Tests.Control;

public sealed class MergeDiffTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"a":1}""", """{"a":2,"b":3}""", """{"a":2,"b":3}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2}""", """{"a":null}""")]
    [InlineData("""{"o":{"a":1,"b":2}}""", """{"o":{"a":1,"b":3}}""", """{"o":{"b":3}}""")]
    [InlineData("""{"l":[1,2]}""", """{"l":[2]}""", """{"l":[2]}""")]
    [InlineData("""{"o":{"a":1}}""", """{"o":[1]}""", """{"o":[1]}""")]
    public void Of_TwoObjects_IsThePatchBetweenThem(string before, string after, string expected) =>
        MergeDiff.Of((JsonObject)JsonNode.Parse(before)!, (JsonObject)JsonNode.Parse(after)!).ToJsonString().ShouldBe(expected);

    [Fact]
    public void OfStatus_Unchanged_IsNull() => MergeDiff.OfStatus(new { phase = "Ready" }, new { phase = "Ready" }).ShouldBeNull();
}
