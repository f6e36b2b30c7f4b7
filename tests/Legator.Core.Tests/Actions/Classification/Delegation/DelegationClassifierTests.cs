using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Actions.Classification.Delegation;

public sealed class DelegationClassifierTests
{
    private static readonly ClassificationContext Agents = new()
    {
        Agents = new Dictionary<string, AutonomyLevel>
        {
            ["watcher"] = AutonomyLevel.Observe,
            ["adviser"] = AutonomyLevel.Recommend,
            ["fixer"] = AutonomyLevel.AutomateSafe,
            ["cleaner"] = AutonomyLevel.AutomateDestructive,
        },
    };

    [Theory]
    [InlineData("watcher", RiskTier.Read)]
    [InlineData("adviser", RiskTier.Read)]
    [InlineData("fixer", RiskTier.ServiceMutation)]
    [InlineData("cleaner", RiskTier.DestructiveMutation)]
    public void Delegate_Receiver_DecidesTheTier(string receiver, RiskTier tier)
    {
        var found = Call("a2a.delegate", new { to = receiver, task = "look" });
        found.Blocked.ShouldBeFalse();
        found.Tier.ShouldBe(tier);
    }

    [Fact]
    public void Delegate_UnknownReceiver_IsBlocked()
    {
        var found = Call("a2a.delegate", new { target_agent = "nobody", description = "look" });
        found.Blocked.ShouldBeTrue();
        found.Tier.ShouldNotBe(RiskTier.Read);
    }

    [Fact]
    public void Delegate_TwoReceivers_IsInvalid() =>
        Call("a2a.delegate", new { to = "watcher", target_agent = "cleaner", task = "look" }).Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"to":"fixer"}""")]
    [InlineData("""{"to":"","task":"x"}""")]
    [InlineData("""{"to":["watcher"],"task":"x"}""")]
    [InlineData("""{"to":"watcher","TO":"cleaner","task":"x"}""")]
    [InlineData("""{"to":"watcher ","task":"x"}""")]
    [InlineData("[]")]
    public void Delegate_BadArguments_AreInvalid(string arguments) =>
        StandardClassifiers.Classify("a2a.delegate", JsonDocument.Parse(arguments).RootElement, Agents).Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("a2a.check_tasks", false)]
    [InlineData("a2a.check", false)]
    [InlineData("a2a.accept", false)]
    [InlineData("a2a.complete", false)]
    [InlineData("a2a.fail", false)]
    [InlineData("a2a.seize", true)]
    public void Own_Tasks_AreTheAgentsBusiness(string tool, bool blocked)
    {
        var found = Call(tool, new { id = "t-1", result = "done" });
        found.Blocked.ShouldBe(blocked);
        found.Tier.ShouldBe(blocked ? RiskTier.DataMutation : RiskTier.Read);
    }

    private static CallClassification Call(string tool, object arguments) =>
        StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(arguments), Agents);
}
