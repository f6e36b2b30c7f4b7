using System.Text.Json.Nodes;
using Legator.Core.Guardrails.PreConditions;

namespace Legator.Core.Tests.Guardrails.PreConditions;

public sealed class PreConditionExpressionTests
{
    private static readonly JsonObject Web = (JsonObject)JsonNode.Parse("""{"metadata":{"labels":{"tier":"front","app.kubernetes.io/name":"shop"}},"spec":{"replicas":3,"containers":[{"image":"shop:1"}]},"status":{"readyReplicas":3}}""")!;

    [Theory]
    [InlineData("exists", true)]
    [InlineData("missing", false)]
    [InlineData("spec.replicas > 1", true)]
    [InlineData("spec.replicas>=3", true)]
    [InlineData("spec.replicas < 3", false)]
    [InlineData("spec.replicas > 3", false)]
    [InlineData("spec.replicas >= 4", false)]
    [InlineData("spec.replicas < 4", true)]
    [InlineData("spec.replicas <= 3", true)]
    [InlineData("spec.replicas <= 2", false)]
    [InlineData("spec.replicas <= 4", true)]
    [InlineData("spec.paused != true", true)]
    [InlineData("replicas == 3", true)]
    [InlineData("replicas >= 4", false)]
    [InlineData("readyReplicas >= 3", true)]
    [InlineData("availableReplicas < 1", true)]
    [InlineData("paused == false", true)]
    [InlineData("pods ready", true)]
    [InlineData("all pods are ready and replicas > 1", true)]
    [InlineData("rollout complete", false)]
    [InlineData("no recent restart", false)]
    [InlineData("no restart in 10 years", false)]
    [InlineData("https://shop.example/healthz answers", false)]
    [InlineData("spec.replicas == 3", true)]
    [InlineData("metadata.labels.tier != database", true)]
    [InlineData("metadata.labels.tier == \"front\"", true)]
    [InlineData("status.availableReplicas > 0", false)]
    [InlineData("status.readyReplicas == spec.replicas", true)]
    [InlineData("status.readyReplicas < spec.replicas", false)]
    [InlineData("status.availableReplicas == spec.missing", false)]
    [InlineData("spec.paused is not set", true)]
    [InlineData("spec.paused is set", false)]
    [InlineData("spec.replicas is set", true)]
    [InlineData("metadata.labels[\"app.kubernetes.io/name\"] == shop", true)]
    [InlineData("spec.containers[0].image == shop:1", true)]
    [InlineData("spec.containers[1].image == shop:1", false)]
    [InlineData("metadata.labels.tier in [front, back]", true)]
    [InlineData("metadata.labels.tier in [database]", false)]
    [InlineData("metadata.labels.tier not in [database, cache]", true)]
    [InlineData("exists and spec.replicas > 1", true)]
    [InlineData("spec.replicas > 1 and spec.replicas < 3", false)]
    [InlineData("spec.replicas > 1 && metadata.labels.tier == front", true)]
    [InlineData("spec.replicas > 1 and the moon is full", false)]
    [InlineData("spec.replicas > 1 or exists", false)]
    [InlineData("the deployment looks healthy", false)]
    [InlineData("spec.replicas = 3", false)]
    [InlineData("", false)]
    public void Check_Condition_HoldsOnlyWhenItIsSeenToHold(string check, bool holds) =>
        PreConditionExpression.Check(check, Web).Holds.ShouldBe(holds);

    [Theory]
    [InlineData("missing", true)]
    [InlineData("exists", false)]
    [InlineData("metadata.labels.tier != database", false)]
    public void Check_NoObject_HoldsForMissingOnly(string check, bool holds) =>
        PreConditionExpression.Check(check, null).Holds.ShouldBe(holds);

    [Theory]
    [InlineData("exists", "the object exists.")]
    [InlineData("missing", "the object exists.")]
    [InlineData("spec.replicas > 1", "spec.replicas is '3'.")]
    [InlineData("spec.paused is not set", "spec.paused is not set.")]
    [InlineData("exists and spec.replicas > 1", "the object exists. spec.replicas is '3'.")]
    public void Check_SaysWhatItSaw(string check, string seen) => PreConditionExpression.Check(check, Web).Message.ShouldBe(seen);

    [Theory]
    [InlineData("exists")]
    [InlineData("missing")]
    [InlineData("spec.replicas > 1")]
    public void Check_NoObject_SaysThatThereIsNone(string check) => PreConditionExpression.Check(check, null).Message.ShouldBe("there is no such object.");

    [Theory]
    [InlineData("exists", true)]
    [InlineData("the moon is full", false)]
    public void TryParse_GivesEitherAnExpressionOrAProblem(string text, bool parsed)
    {
        PreConditionExpression.TryParse(text, out var expression, out var problem).ShouldBe(parsed);
        (expression is not null).ShouldBe(parsed);
        (problem is null).ShouldBe(parsed);
    }

    [Fact]
    public void Check_AnotherForm_SaysWhichFormsThereAre() =>
        PreConditionExpression.Check("pods are fine", Web).Message.ShouldContain("exists");
}
