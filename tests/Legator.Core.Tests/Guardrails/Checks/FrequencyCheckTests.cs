using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class FrequencyCheckTests
{
    private static readonly ProposedAction Restart = Calls.Kube("restart", "deploy");

    [Theory]
    [InlineData(59, VerdictOutcome.Deny)]
    [InlineData(60, VerdictOutcome.Allow)]
    public void Judge_SameActionOfAnotherRun_WaitsForTheCooldown(int minutes, VerdictOutcome expected) =>
        (Cooling() with { History = [Past(minutes)] }).Judged().Outcome.ShouldBe(expected);

    [Fact]
    public void Judge_SameActionOfThisRun_WaitsForTheCooldown() =>
        (Cooling() with { Executed = [Past(1)] }).Judged().Reason.ShouldBe(GuardrailReason.CooldownActive);

    [Fact]
    public void Judge_AnotherTarget_DoesNotWait() =>
        (Cooling() with { History = [Past(1) with { Target = "deployments.apps/api -n demo" }] }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_HistoryThatCannotBeRead_IsRefused() =>
        (Cooling() with { History = null }).Judged().Reason.ShouldBe(GuardrailReason.CooldownActive);

    [Fact]
    public void Judge_HistoryThatCannotBeRead_DoesNotStopReads() =>
        (Calls.Read() with { History = null }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_SixtyMutationsInTheNamespaceWithinAnHour_IsRefused() =>
        (Calls.Restart() with { History = [.. Enumerable.Range(0, 60).Select(i => Past(i % 50) with { Target = $"deployments.apps/d{i} -n demo" })] })
            .Judged().Reason.ShouldBe(GuardrailReason.RateLimited);

    [Fact]
    public void Judge_TwentyFiveMutationsOfTheRun_IsRefused() =>
        (Calls.Restart() with { Executed = [.. Enumerable.Range(0, 25).Select(i => Past(90) with { Target = $"x{i}" })] })
            .Judged().Reason.ShouldBe(GuardrailReason.BlastRadius);

    [Fact]
    public void Judge_MutationOfACollection_IsRefused() =>
        Calls.Input("kubectl.rollout", Calls.Kube("restart", "deploy", null)).Judged().Reason.ShouldBe(GuardrailReason.BlastRadius);

    [Fact]
    public void Judge_ElevenTargetsInOneCall_IsRefused() =>
        Calls.Input("t", [.. Enumerable.Range(0, 11).Select(i => Calls.Kube("restart", "deploy", $"d{i}"))]).Judged().Reason.ShouldBe(GuardrailReason.BlastRadius);

    [Theory]
    [InlineData(30, 90)]
    [InlineData(90, 30)]
    public void Judge_SeveralCooldowns_TheLongestCounts(int one, int other) =>
        (Calls.Restart() with { Sheet = Calls.Sheet(Entry("a", one), Entry("b", other)), History = [Past(60)] }).Judged().Reason.ShouldBe(GuardrailReason.CooldownActive);

    [Theory]
    [InlineData(90, 30)]
    [InlineData(30, 90)]
    public void Judge_DoneByThisRunAndAnother_TheLaterCounts(int own, int others) =>
        (Cooling() with { Executed = [Past(own)], History = [Past(others)] }).Judged().Remedy.ShouldNotBeNull().ShouldContain("12:30");

    [Fact]
    public void Judge_DoneTwiceAtOnce_NamesThisRun() =>
        (Cooling() with { Executed = [Past(5) with { Run = Calls.Run }], History = [Past(5)] }).Judged().Message.ShouldContain(Calls.Run.Name);

    [Fact]
    public void Judge_ReadsWithACooldown_AreNotHeldToLimitsOfChanges() =>
        (Calls.Input("t", [.. Enumerable.Range(0, 30).Select(i => Calls.Kube("get", "pods", $"p{i}"))]) with { Sheet = Calls.Sheet(Entry("a", 5)) })
            .Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_TenTargets_AreNotTooMany() =>
        Calls.Input("t", [.. Enumerable.Range(0, 10).Select(i => Calls.Kube("restart", "deploy", $"d{i}"))]).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_ManyReadsAndOneChange_CountsTheChange() =>
        Calls.Input("t", [Calls.Kube("restart", "deploy"), .. Enumerable.Range(0, 20).Select(i => Calls.Kube("get", "pods", $"p{i}"))]).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_TwoCollections_AreRefusedLikeOne() =>
        Calls.Input("t", Calls.Kube("restart", "deploy", null), Calls.Kube("restart", "daemonset", null)).Judged().Reason.ShouldBe(GuardrailReason.BlastRadius);

    [Fact]
    public void Judge_TheTwentyFifthMutationOfTheRun_IsNotTooMany() =>
        (Calls.Restart() with { Executed = [.. Enumerable.Range(0, 24).Select(i => Past(90) with { Target = $"x{i}" })] }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    private static DeclaredAction Entry(string id, int minutes) => new(id, "*", RiskTier.Read) { Cooldown = TimeSpan.FromMinutes(minutes) };

    private static GuardrailInput Cooling() =>
        Calls.Restart() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { Cooldown = TimeSpan.FromHours(1) }) };

    private static PastAction Past(int minutes) =>
        new(new RunKey("agents", "before"), Restart.Domain, Restart.Verb, Restart.Target.Text, RiskTier.ServiceMutation, Calls.Noon.AddMinutes(-minutes));
}
