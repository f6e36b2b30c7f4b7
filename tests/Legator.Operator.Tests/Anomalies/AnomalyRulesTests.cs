using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Operator.Anomalies;

namespace Legator.Operator.Tests.Anomalies;

public sealed class AnomalyRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly AnomalyLimits Usual = AnomalyLimits.Of(new AnomalyOptions(), null);

    [Theory]
    [InlineData(6, 0, null)]
    [InlineData(7, 0, Severity.Warning)]
    [InlineData(11, 4, Severity.Warning)]
    [InlineData(12, 4, Severity.Critical)]
    [InlineData(30, 30, null)]
    [InlineData(15, 6, null)]
    [InlineData(16, 6, Severity.Critical)]
    public void Frequency_IsUnusual_AboveTheThresholdAndTheUsual(int now, double usual, Severity? severity) =>
        (AnomalyRules.Of(Sample(1), [], new RunCounts(now, usual), Usual).FirstOrDefault(anomaly => anomaly.Kind == AnomalyEvents.Frequency)?.Severity).ShouldBe(severity);

    [Theory]
    [InlineData(3, 4, 9, false)]
    [InlineData(3, 4, 10, true)]
    [InlineData(2, 4, 100, false)]
    [InlineData(3, 1, 5, false)]
    [InlineData(3, 1, 6, true)]
    [InlineData(3, 0, 5, true)]
    public void Scope_IsUnusual_WithManyMoreActions(int before, int usual, int actions, bool unusual) =>
        Kinds(Sample(actions), Enumerable.Range(0, before).Select(_ => Sample(usual))).Contains(AnomalyEvents.Scope).ShouldBe(unusual);

    [Fact]
    public void Drift_IsUnusual_WhereNoneOfEnoughRunsWas()
    {
        List<RunSample> before = [.. Enumerable.Range(0, 4).Select(_ => Sample(1, "pods -n shop")), Sample(1, "nodes")];
        Kinds(Sample(1, "pods -n shop", "secrets -n shop"), before).ShouldBe([AnomalyEvents.Drift]);
        Kinds(Sample(1, "nodes", "pods -n shop"), before).ShouldBeEmpty();
        Kinds(Sample(1, "secrets -n shop"), before.Take(4)).ShouldBeEmpty();
    }

    [Fact]
    public void Tools_AreUnusual_WhereNoneOfEnoughRunsUsedThem()
    {
        var before = Enumerable.Range(0, 5).Select(_ => Sample(1)).ToList();
        var found = AnomalyRules.Of(Sample(1) with { Tools = ["kubectl", "sql"] }, [.. before.Select(KeptSample.Of)], new RunCounts(1, 1), Usual).Single();
        (found.Kind, found.Summary).ShouldBe((AnomalyEvents.Tools, "The run used tools of a kind that the last 5 runs never used: sql."));
    }

    [Theory]
    [InlineData("kubectl.get", "deployments.apps/web -n shop", "deployments.apps -n shop")]
    [InlineData("kubectl.get", "nodes/n1", "nodes")]
    [InlineData("kubectl.get", "pods/* -n *", "pods -n *")]
    [InlineData("ssh.exec", "web-1:uptime -p", "web-1")]
    [InlineData("http.get", "https://user:word@api.example.org:8443/v1/things?q=1", "https://api.example.org:8443")]
    [InlineData("sql.query", "orders/public.items", "orders/public.items")]
    [InlineData("dns.query", "MX example.org", "example.org")]
    [InlineData("mcp.k8sgpt.analyze", "k8sgpt/analyze", "k8sgpt/analyze")]
    [InlineData("aws.cli", "ec2 describe-instances", "ec2")]
    [InlineData("state.set", "counter", null)]
    [InlineData("a2a.delegate", "task/1", null)]
    [InlineData("kubectl.get", "unknown", null)]
    public void Place_OfATarget_StaysTheSameFromRunToRun(string tool, string target, string? place) => ActionPlaces.Of(ActionPlaces.KindOf(tool), target).ShouldBe(place);

    [Fact]
    public void Limits_OfTheAgent_GoBeforeThoseOfTheOperator()
    {
        var own = AnomalyLimits.Of(new AnomalyOptions { MinScopeDelta = 9 }, new AnomalySpec { FrequencyWindow = "2h", FrequencyThreshold = 3, SpikePercent = 150, DriftMinSamples = 2 });
        (own.Enabled, own.Window, own.Threshold, own.Spike, own.MinScopeDelta, own.DriftMinSamples).ShouldBe((true, TimeSpan.FromHours(2), 3, 1.5, 9, 2));
        AnomalyLimits.Of(new AnomalyOptions(), new AnomalySpec { FrequencyWindow = "soon" }).ShouldBe(Usual);
    }

    private static List<string> Kinds(RunSample run, IEnumerable<RunSample> before) => [.. AnomalyRules.Of(run, [.. before.Select(KeptSample.Of)], new RunCounts(1, 1), Usual).Select(anomaly => anomaly.Kind)];

    private static RunSample Sample(int actions, params string[] places) => new("run", Now, actions, ["kubectl"], places);
}
