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

    [Theory]
    [InlineData("0s")]
    [InlineData("-5m")]
    public void Rates_WithATimeThatIsNone_AreOfADay(string per) => RateLimit.Of(new RateLimitSpec { Max = 1, Per = per }).Per.ShouldBe(TimeSpan.FromDays(1));

    [Fact]
    public void LookBack_IsTheLongestTimeOfARate()
    {
        LookBack("30m").ShouldBe(TimeSpan.FromHours(1));
        LookBack("3h", "5h", "2h").ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public void Rates_TheGeneralOne_CountsTheSameKindOfChangeOnly()
    {
        var past = Enumerable.Range(0, 60).Select(i => Past("demo", i % 50)).ToList();
        (Calls.Restart() with { History = PastActions.Of(past.Select(p => p with { Verb = "scale" })) }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        (Calls.Restart() with { History = PastActions.Of(past.Select(p => p with { Domain = "ssh" })) }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        (Calls.Restart() with { History = PastActions.Of(past) }).Judged().Message.ShouldContain("60 changes 'restart' within");
    }

    [Fact]
    public void Rates_CountWhatTheCallWouldDo_InTheNamedPlaceOnly()
    {
        var rate = Limits(new RateLimitSpec { Verb = "restart", Namespace = "demo", Max = 1 });
        (Calls.Input("t", Calls.Kube("restart", "deploy"), Calls.Kube("restart", "deploy", "web", "prod"), Calls.Kube("scale", "deploy", replicas: 2), Calls.Kube("get", "pods")) with { Limits = rate })
            .Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        var both = Calls.Input("t", Calls.Kube("restart", "deploy"), Calls.Kube("restart", "deploy", "api")) with { Limits = rate };
        both.Judged().Message.ShouldContain("0 changes 'restart' in demo within");
    }

    [Fact]
    public void Rates_OfAnything_DoNotCountTheReadsOfTheCall() =>
        (Calls.Input("t", Calls.Kube("get", "pods"), Calls.Kube("restart", "deploy")) with { Limits = Limits(new RateLimitSpec { Max = 1 }) }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Rates_WithoutVerbAndPlace_AreToldWithoutThem() =>
        Limited(new RateLimitSpec { Max = 0 }).Judged().Message.ShouldContain("made 0 changes within");

    [Fact]
    public void Rates_DoNotConcernReads() =>
        (Calls.Read() with { Limits = Limits(new RateLimitSpec { Max = 0 }) }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void MaxMutationsPerRun_OfTheSpec_Holds() =>
        (Calls.Restart() with { Limits = RunLimits.Of(new GuardrailsSpec { Limits = new GuardrailLimitsSpec { MaxMutationsPerRun = 1 } }, new RunSnapshotLimits()), Executed = [Past("other", 1)] })
            .Judged().Reason.ShouldBe(GuardrailReason.BlastRadius);

    private static TimeSpan LookBack(params string[] times) =>
        RunLimits.Of(new GuardrailsSpec { Limits = new GuardrailLimitsSpec { Rates = [.. times.Select(t => new RateLimitSpec { Max = 1, Per = t })] } }, new RunSnapshotLimits()).LookBack;

    private static GuardrailInput Limited(RateLimitSpec rate) => Calls.Restart() with { Limits = Limits(rate) };

    private static RunLimits Limits(RateLimitSpec rate) =>
        RunLimits.Of(new GuardrailsSpec { Limits = new GuardrailLimitsSpec { Rates = [rate] } }, new RunSnapshotLimits());

    private static PastAction Past(string place, int minutes) =>
        new(new("agents", "other"), "kubernetes", "restart", $"deployments.apps/web-{minutes} -n {place}", RiskTier.ServiceMutation, Calls.Noon.AddMinutes(-minutes)) { Namespace = place };
}
