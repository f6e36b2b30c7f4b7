using System.Text.Json.Nodes;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Gate;

public sealed class PreConditionReaderTests
{
    private static readonly JsonObject Web = (JsonObject)JsonNode.Parse("""{"metadata":{"labels":{"tier":"front"}},"spec":{"replicas":3}}""")!;

    [Theory]
    [InlineData("exists", true)]
    [InlineData("missing", false)]
    [InlineData("spec.replicas > 1", true)]
    [InlineData("spec.replicas>=3", true)]
    [InlineData("spec.replicas < 3", false)]
    [InlineData("spec.replicas == 3", true)]
    [InlineData("metadata.labels.tier != database", true)]
    [InlineData("metadata.labels.tier == \"front\"", true)]
    [InlineData("status.readyReplicas > 0", false)]
    [InlineData("the deployment looks healthy", false)]
    [InlineData("spec.replicas = 3", false)]
    [InlineData("", false)]
    public void Check_Condition_HoldsOnlyWhenItIsSeenToHold(string check, bool holds) =>
        PreConditionReader.Check(check, Web).Holds.ShouldBe(holds);

    [Theory]
    [InlineData("missing", true)]
    [InlineData("exists", false)]
    [InlineData("metadata.labels.tier != database", false)]
    public void Check_NoObject_HoldsForMissingOnly(string check, bool holds) =>
        PreConditionReader.Check(check, null).Holds.ShouldBe(holds);

    [Fact]
    public void Check_AnotherForm_SaysWhichFormsThereAre() =>
        PreConditionReader.Check("pods are fine", Web).Message.ShouldContain("exists");
}
