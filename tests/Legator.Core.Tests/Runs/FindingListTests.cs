using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Tests.Runs;

public sealed class FindingListTests
{
    private static readonly Finding Disk = new("warning", "The disk is full", "node/a");

    [Theory]
    [InlineData("warning", "the disk is  full.", "node/a")]
    [InlineData("warning", "node/a: The disk is full", null)]
    [InlineData("info", "**The disk is full!**", "[node/a]")]
    public void Merge_SameThingInOtherWords_IsOneFinding(string severity, string message, string? resource) =>
        FindingList.Merge([Disk, new Finding(severity, message, resource)]).ShouldHaveSingleItem().ShouldBe(Disk);

    [Fact]
    public void Merge_WorseSeverity_Wins() =>
        FindingList.Merge([Disk, new Finding("info", "ok"), Disk with { Severity = "critical" }]).ShouldBe([Disk with { Severity = "critical" }, new Finding("info", "ok")]);

    [Theory]
    [InlineData("The disk is full", "node/b")]
    [InlineData("The disk is not full", "node/a")]
    [InlineData("The disk is full", "node/a -n demo")]
    public void Merge_OtherThings_StayApart(string message, string resource) =>
        FindingList.Merge([Disk, new Finding("warning", message, resource)]).Count.ShouldBe(2);

    [Fact]
    public void Projection_ShowsFindingsAtOnce_AndKeepsThemWhereTheRunFails()
    {
        var events = Chain(new RunStarted("r", "d", "m"), new FindingReported(1, Disk), new FindingReported(2, null, "bad"), new FindingReported(3, Disk with { Message = "The disk is full." }), new RunFinished("Failed", "ModelFailed", "down"));
        RunProjection.Of(null, events.Take(2)).Status.Findings.ShouldHaveSingleItem().Resource.ShouldBe("node/a");
        RunProjection.Of(null, events).Status.Findings.ShouldHaveSingleItem().Message.ShouldBe("The disk is full");
    }

    [Fact]
    public void Projection_ReportBringsAllTogether()
    {
        var events = Chain(new RunStarted("r", "d", "m"), new FindingReported(1, Disk), new ReportWritten("done", [Disk, new Finding("info", "ok")]));
        RunProjection.Of(null, events).Status.Findings.Select(f => f.Message).ShouldBe(["The disk is full", "ok"]);
    }

    private static List<RunEvent> Chain(params RunEventData[] data) => data.Aggregate(new List<RunEvent>(), (events, next) =>
    {
        events.Add(RunEventChain.Link(new RunKey("agents", "r"), events is [.., var last] ? JournalHead.After(last) : JournalHead.Empty, DateTimeOffset.UnixEpoch, next));
        return events;
    });
}
