using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Tests.Sessions;

public sealed class TimeLeftTests
{
    private static readonly TurnPlan Work = new(2, null, 100);
    private static readonly TurnPlan Report = new(3, "Report.", 100);

    [Theory]
    [InlineData(120, 10, false, 86, 110)]
    [InlineData(120, 95, false, 1, 25)]
    [InlineData(120, 96, true, 0, 24)]
    [InlineData(120, 130, true, -34, 24)]
    [InlineData(600, 530, false, 10, 70)]
    [InlineData(600, 541, true, -1, 60)]
    public void LastPart_IsKeptForTheReport(int timeout, int worked, bool isUp, int forWork, int forReport)
    {
        var left = Left(Replied(SessionFormat.Current), timeout, worked);
        (left.IsUp, left.IsOver, left.LeavesReport(Work), left.LeavesReport(Report)).ShouldBe((isUp, false, true, false));
        (left.For(Work).TotalSeconds, left.For(Report).TotalSeconds).ShouldBe((forWork, forReport));
    }

    [Theory]
    [InlineData(119, false, 1)]
    [InlineData(120, true, 0)]
    public void BeforeTheFirstReply_NothingIsKept(int worked, bool isOver, int seconds)
    {
        var left = Left(Told.State(new RunStarted("r", "d", "m") { Format = SessionFormat.Current }, Told.Prompt), 120, worked);
        (left.IsUp, left.IsOver, left.LeavesReport(Work), left.For(Work).TotalSeconds).ShouldBe((false, isOver, false, seconds));
    }

    [Fact]
    public void RunOfAnOlderFormat_EndsWithItsTime()
    {
        Left(Replied(SessionFormat.Second), 120, 110).ShouldSatisfyAllConditions(l => l.IsUp.ShouldBeFalse(), l => l.For(Work).TotalSeconds.ShouldBe(10));
        Left(Replied(SessionFormat.Second), 120, 120).IsOver.ShouldBeTrue();
    }

    private static TimeLeft Left(SessionState state, int timeout, int worked) => TimeLeft.Of(state, new RunSnapshotLimits { TimeoutMs = timeout * 1000 }, TimeSpan.FromSeconds(worked));

    private static SessionState Replied(int format) => Told.State([new RunStarted("r", "d", "m") { Format = format }, Told.Prompt, Told.Calls(1, "a"), .. Told.Executed(1)]);
}
