using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Tests.Sessions;

public sealed class TurnPlanTests
{
    private static readonly RunSnapshotLimits Limits = new() { MaxIterations = 3, TokenBudget = 10_000 };

    [Fact]
    public void FirstTurn_OffersTools()
    {
        var plan = TurnPlan.Next(Told.State(Begun), Limits, null);
        plan.OffersTools.ShouldBeTrue();
        plan.MaxTokens.ShouldBe(8192);
    }

    [Fact]
    public void LastTurn_AsksForTheReport() =>
        TurnPlan.Next(Told.State([.. Begun, Told.Calls(1, "a"), .. Told.Executed(1), Told.Calls(2, "a"), .. Told.Executed(2)]), Limits, null)
            .Demand.ShouldNotBeNull().ShouldContain("last of 3 turns");

    [Fact]
    public void BudgetThatLeavesNoRoomForMore_AsksForTheReport()
    {
        var state = Told.State([.. Begun, Told.Reply(1, "", "tool_calls", ["a"], tokensIn: 4500, tokensOut: 100), .. Told.Executed(1)]);
        var plan = TurnPlan.Next(state, Limits, null);
        plan.Demand.ShouldNotBeNull().ShouldContain("token budget of 10000");
        plan.MaxTokens.ShouldBe(5400);
    }

    [Fact]
    public void BudgetThatIsUsedUp_LeavesRoomForTheReport() =>
        TurnPlan.Next(Told.State([.. Begun, Told.Reply(1, "", "tool_calls", ["a"], tokensIn: 12_000), .. Told.Executed(1)]), Limits, null).MaxTokens.ShouldBe(1024);

    [Fact]
    public void TimeThatIsUp_AsksForTheReport()
    {
        var plan = TurnPlan.Next(Told.State([.. Begun, Told.Calls(1, "a"), .. Told.Executed(1)]), Limits, null, timeIsUp: true);
        plan.ShouldSatisfyAllConditions(p => p.OffersTools.ShouldBeFalse(), p => p.ReportFor.ShouldBe("time"), p => p.Demand!.ShouldContain("120 s"));
    }

    [Fact]
    public void TierLimit_IsKept() => TurnPlan.Next(Told.State(Begun), Limits, 500).MaxTokens.ShouldBe(500);

    [Theory]
    [InlineData("all well", "stop", true)]
    [InlineData("half a rep", "length", false)]
    [InlineData("  ", "stop", false)]
    public void ReplyWithoutCalls_IsTheReportWhenItIsSound(string text, string finish, bool expected) =>
        TurnPlan.IsReport(Told.State([.. Begun, Told.Says(1, text, finish)]), Limits).ShouldBe(expected);

    [Fact]
    public void SecondReplyWithoutCalls_IsTakenAsItIs() =>
        TurnPlan.IsReport(Told.State([.. Begun, Told.Says(1, "half", "length"), Told.Says(2, "half again", "length")]), Limits).ShouldBeTrue();

    [Fact]
    public void CutOffReply_IsAskedForAgainWithoutTools() =>
        TurnPlan.Next(Told.State([.. Begun, Told.Says(1, "half", "length")]), Limits, null).Demand.ShouldNotBeNull().ShouldContain("cut off");

    [Theory]
    [InlineData(8_400, null, 288)]
    [InlineData(8_800, "budget", 1_200)]
    [InlineData(9_990, "budget", 1_024)]
    public void PromptThatIsCountedBefore_LeavesRoomForTheReport(int used, string? reportFor, int most)
    {
        var state = Told.State([.. Begun, Told.Reply(1, "", "tool_calls", ["a"], tokensIn: used - 5), .. Told.Executed(1)]);
        var plan = TurnPlan.Next(state, Limits, null, prompt: 0);
        (plan.ReportFor, plan.MaxTokens).ShouldBe((reportFor, most));
    }

    [Fact]
    public void FirstTurn_IsBegunWhereItFitsByItself()
    {
        TurnPlan.Next(Told.State(Begun), Limits, null, prompt: 8_000).ShouldSatisfyAllConditions(p => p.OffersTools.ShouldBeTrue(), p => p.MaxTokens.ShouldBe(488));
        TurnPlan.Next(Told.State(Begun), Limits, null, prompt: 9_000).ShouldSatisfyAllConditions(p => p.ReportFor.ShouldBe("budget"), p => p.MaxTokens.ShouldBe(1_024));
    }

    [Fact]
    public void Reply_IsBoundedByWhatIsLeftAfterTheReport()
    {
        var state = Told.State([.. Begun, Told.Reply(1, "", "tool_calls", ["a"], tokensIn: 2_000, tokensOut: 0), .. Told.Executed(1)]);
        TurnPlan.Next(state, Limits, null, prompt: 2_500).MaxTokens.ShouldBe((8_000 - 2_500 - 2_500 - 1_024) / 2);
        TurnPlan.Next(state, Limits, null, prompt: 3_500).ShouldSatisfyAllConditions(p => p.ReportFor.ShouldBe("budget"), p => p.MaxTokens.ShouldBe(4_500));
    }

    private static RunEventData[] Begun => [new RunStarted("r", "d", "m"), Told.Prompt];
}
