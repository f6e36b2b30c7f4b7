using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Anomalies;

public sealed class AnomalyApiTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    [Fact]
    public async Task List_ShowsWhatWasFound_AndNothingElse()
    {
        await FoundAsync("a", "watchman", AnomalyEvents.EventType, Severity.Warning);
        await FoundAsync("b", "other", AnomalyEvents.EventType, Severity.Critical);
        await FoundAsync("c", "watchman", "finding.disk", Severity.Warning);
        var all = await web.Client().ReadAsync<AnomalyList>($"{ApiPaths.Anomalies}?namespace={web.Namespace}");
        (all.Total, all.Severity["warning"], all.Severity["critical"], all.Severity["info"]).ShouldBe((2, 1, 1, 0));
        var one = (await web.Client().ReadAsync<AnomalyList>($"{ApiPaths.Anomalies}?namespace={web.Namespace}&agent=watchman")).Anomalies.Single();
        (one.Id, one.SourceAgent, one.SourceRun, one.Kind, one.Severity, one.Summary).ShouldBe(("a", "watchman", "run-a", "scope-spike", "warning", "Many."));
    }

    private Task FoundAsync(string name, string agent, string type, Severity severity) => web.Cluster<AgentEvent>().CreateAsync(
        new AgentEvent
        {
            Metadata = new ObjectMeta { Name = name, Namespace = web.Namespace, Labels = new Dictionary<string, string> { [LegatorApi.EventTypeLabel] = type } },
            Spec = new AgentEventSpec { SourceAgent = agent, SourceRun = $"run-{name}", EventType = type, Severity = severity, Summary = "Many.", Labels = new Dictionary<string, string> { ["kind"] = "scope-spike" } },
        },
        CancellationToken.None);
}
