using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Replay;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Sessions.Reports;

/// <summary>A model reports findings with the session's own tool, over the wire and by the real session.</summary>
public sealed class ReportToolTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private static readonly RunSnapshotLimits Limits = new() { MaxIterations = 3, TimeoutMs = 600_000 };

    [Theory]
    [MemberData(nameof(Vendor.Providers), MemberType = typeof(Vendor))]
    public async Task Findings_OfTheToolAndOfTheText_AreOneList(string provider)
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules(provider), (turn, _) => turn switch
        {
            1 => Says(provider, turn, """{"severity":"warning","resource":"deployment/web -n demo","message":"runs 1 of 3 replicas"}""", """{"severity":"bad","message":"x"}""", """{"message":"x"}"""),
            2 => Says(provider, turn, """{"severity":"critical","message":"The disk is full."}""", """{"severity":"info","message":" "}"""),
            _ => new StandInTurn("All else is well.\nWARNING: deployment/web -n demo: runs 1 of 3 replicas\nINFO: pod/a: restarted twice"),
        });
        var recording = await SessionPlay.RecordAsync(cluster, $"report-{provider}", SessionPlay.Snapshot(provider, vendor.Address, "state.get", Limits));
        vendor.Problems.ShouldBeEmpty();
        var events = recording.Events.Select(e => e.Data).ToList();
        events.OfType<ActionJudged>().ShouldBeEmpty();
        events.OfType<FindingReported>().Select(f => f.Finding is null).ShouldBe([false, true, true, false, true]);
        events.OfType<FindingReported>().ElementAt(1).Problem!.ShouldContain("severity (info|warning|critical, required)");
        events.OfType<ReportWritten>().ShouldHaveSingleItem().Findings.ShouldBe(
        [
            new Finding("warning", "runs 1 of 3 replicas", "deployment/web -n demo"),
            new Finding("critical", "The disk is full."),
            new Finding("info", "restarted twice", "pod/a"),
        ]);
        events.OfType<RunFinished>().ShouldHaveSingleItem().Message.ShouldEndWith("0 of 0 actions executed, 0 blocked.");
        Text(vendor.Requests[1]).ShouldContain("INVALID, nothing was reported: The argument 'severity' is missing.");
        Text(vendor.Requests[0]).ShouldContain("deployment/web -n demo. Leave it out");
        Text(vendor.Requests[2]).ShouldContain("This is the last of 3 turns.");
        await RecordedRuns.ShouldReplayAsync(recording);
    }

    [Fact]
    public async Task FindingsWithoutAClosingWord_AreTheReport()
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules("anthropic"), (turn, _) => turn == 1 ? Says("anthropic", turn, """{"severity":"critical","resource":"node/a","message":"The disk is full."}""") : new StandInTurn(""));
        var recording = await SessionPlay.RecordAsync(cluster, "report-silent", SessionPlay.Snapshot("anthropic", vendor.Address, "state.get", Limits));
        recording.Events.Select(e => e.Data).OfType<ReportWritten>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Report.ShouldBe("CRITICAL: node/a: The disk is full."),
            r => r.Findings.ShouldHaveSingleItem().Resource.ShouldBe("node/a"));
        ((RunFinished)recording.Events[^1].Data).Phase.ShouldBe("Succeeded");
        await RecordedRuns.ShouldReplayAsync(recording);
    }

    private static string Text(JsonObject request) => System.Text.RegularExpressions.Regex.Unescape(request.ToJsonString());

    private static StandInTurn Says(string provider, int turn, params string[] findings) =>
        new("", [.. findings.Select((finding, index) => new StandInCall(Vendor.Id(provider, turn, index), "report", finding))]);
}
