using System.Net;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Api;

/// <summary>Runs that the cluster keeps and runs that only the list remembers are one list.</summary>
public sealed class RunHistoryTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    private static readonly DateTimeOffset Long = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private HttpClient Api { get; } = web.Client();

    [Fact]
    public async Task List_OfKeptAndRememberedRuns_HasEachOnceNewestFirst()
    {
        for (var i = 0; i < 4; i++)
        {
            await web.Samples.RunAsync($"kept-{i}", "historian");
        }

        await PutAsync("historian", 7, "Succeeded");
        var kept = (await PageAsync("agent=historian&limit=4")).Runs;
        await web.Get<IRunListStore>().PutAsync([.. kept.Take(3).Select(run => new RunListRow(run with { Phase = "Failed" }, "1"))], default);

        var all = new List<RunSummary>();
        for (string? next = null; next is not null || all.Count == 0;)
        {
            var page = await PageAsync($"agent=historian&limit=3&continue={next}");
            page.Runs.Count.ShouldBeLessThanOrEqualTo(3);
            all.AddRange(page.Runs);
            next = page.Continue;
        }

        all.Select(run => run.Name).ShouldBeUnique();
        all.Count.ShouldBe(11);
        all.Select(run => run.CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        all.Take(4).ShouldAllBe(run => run.Phase == "Pending");
    }

    [Fact]
    public async Task List_ByPhase_BelievesTheClusterBeforeTheList()
    {
        await web.Samples.RunAsync("finished", "stale", new LegatorRunStatus { Phase = RunPhase.Succeeded });
        var known = (await PageAsync("agent=stale")).Runs.ShouldHaveSingleItem();
        await web.Get<IRunListStore>().PutAsync([new RunListRow(known with { Phase = "Running" }, "1")], default);
        await PutAsync("stale", 5, "Running");

        (await PageAsync("agent=stale&phase=Running&limit=3")).Runs.ShouldAllBe(run => run.Name != "finished");
        (await PageAsync("agent=stale&phase=Succeeded")).Runs.ShouldHaveSingleItem().Name.ShouldBe("finished");
    }

    [Fact]
    public async Task List_OfVeryMany_IsCountedToAThousand()
    {
        await PutAsync("many", 1003, "Succeeded");

        var page = await PageAsync("agent=many");

        (page.Runs.Count, page.Total, page.More).ShouldBe((50, 1000, true));
    }

    [Theory]
    [InlineData(true, "RunRetired", "runs-2026.jsonl")]
    [InlineData(false, "RunDeleted", "legator runs logs")]
    public async Task Get_RunThatTheClusterKeepsNoLonger_SaysWhereItsRecordIs(bool retired, string reason, string told)
    {
        var name = $"gone-{reason}".ToLowerInvariant();
        var run = new RunSummary { Name = name, Namespace = web.Namespace, Agent = "past", Phase = "Succeeded", Trigger = "manual", CreatedAt = Long };
        await web.Get<IRunListStore>().PutAsync([new RunListRow(retired ? run with { RetiredAt = Long.AddDays(30), Archive = "/exports/runs-2026.jsonl" } : run, "1")], default);

        foreach (var query in new[] { "", $"?namespace={web.Namespace}" })
        {
            using var answer = await Api.GetAsync(new Uri($"{ApiPaths.Runs}/{name}{query}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await answer.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain(reason), text => text.ShouldContain(told));
        }
    }

    private Task<RunList> PageAsync(string query) => Api.ReadAsync<RunList>($"{ApiPaths.Runs}?namespace={web.Namespace}&{query}");

    private Task PutAsync(string agent, int count, string phase) => web.Get<IRunListStore>().PutAsync(
        [.. Enumerable.Range(0, count).Select(i => new RunListRow(
            new RunSummary { Name = $"{agent}-old-{i:0000}", Namespace = web.Namespace, Agent = agent, Phase = phase, Trigger = "scheduled", CreatedAt = Long.AddSeconds(i / 2) }, "1"))],
        default);
}
