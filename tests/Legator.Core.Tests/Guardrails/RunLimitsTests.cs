using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Core.Tests.Guardrails;

public sealed class RunLimitsTests
{
    [Fact]
    public void Of_AnAgentWithoutLimits_HasTheDefaults()
    {
        var limits = RunLimits.Of(new GuardrailsSpec(), new RunSnapshotLimits { MaxIterations = 3 });
        (limits.MaxIterations, limits.MaxTargetsPerCall, limits.MaxMutationsPerRun, limits.MaxMutationsPerHour).ShouldBe((3, 10, 25, 60));
        limits.LookBack.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Rates_OfANamespace_CountWhatAllAgentsDidThere()
    {
        var input = Limited(new RateLimitSpec { Verb = "restart", Namespace = "demo", Max = 2, Per = "30m" });
        (input with { History = [Past("demo", 5), Past("demo", 10)] }).Judged().Reason.ShouldBe(GuardrailReason.RateLimited);
        (input with { History = [Past("demo", 5), Past("demo", 40)] }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        (input with { History = [Past("demo", 5), Past("prod", 10)] }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        (input with { History = [Past("demo", 5)], Executed = [Past("demo", 1)] }).Judged().Reason.ShouldBe(GuardrailReason.RateLimited);
    }

    [Theory]
    [InlineData("scale", null, null, true)]
    [InlineData("restart", "prod", null, true)]
    [InlineData("restart", "demo", "ssh", true)]
    [InlineData("RESTART", "DEMO", "Kubernetes", false)]
    [InlineData(null, null, null, false)]
    public void Rates_ThatForbid_ConcernOnlyWhatTheyName(string? verb, string? place, string? domain, bool allowed) =>
        (Limited(new RateLimitSpec { Verb = verb, Namespace = place, Domain = domain, Max = 0 }).Judged().Outcome == VerdictOutcome.Allow).ShouldBe(allowed);

    [Fact]
    public void Rates_WithATimeThatCannotBeRead_AreStrict() =>
        (Limited(new RateLimitSpec { Max = 1, Per = "soon" }) with { History = [Past("demo", 600)] }).Judged().Reason.ShouldBe(GuardrailReason.RateLimited);

    [Fact]
    public void Rates_DoNotConcernReads() =>
        (Calls.Read() with { Limits = Limits(new RateLimitSpec { Max = 0 }) }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void MaxMutationsPerRun_OfTheSpec_Holds() =>
        (Calls.Restart() with { Limits = RunLimits.Of(new GuardrailsSpec { Limits = new GuardrailLimitsSpec { MaxMutationsPerRun = 1 } }, new RunSnapshotLimits()), Executed = [Past("other", 1)] })
            .Judged().Reason.ShouldBe(GuardrailReason.BlastRadius);

    private static GuardrailInput Limited(RateLimitSpec rate) => Calls.Restart() with { Limits = Limits(rate) };

    private static RunLimits Limits(RateLimitSpec rate) =>
        RunLimits.Of(new GuardrailsSpec { Limits = new GuardrailLimitsSpec { Rates = [rate] } }, new RunSnapshotLimits());

    private static PastAction Past(string place, int minutes) =>
        new(new("agents", "other"), "kubernetes", "restart", $"deployments.apps/web-{minutes} -n {place}", RiskTier.ServiceMutation, Calls.Noon.AddMinutes(-minutes)) { Namespace = place };
}
