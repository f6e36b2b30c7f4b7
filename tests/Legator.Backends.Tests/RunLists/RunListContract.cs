using Legator.Core.Api;
using Legator.Core.RunLists;
using Legator.Core.Runs;

namespace Legator.Backends.Tests.RunLists;

/// <summary>What every list of runs must hold, whatever it is kept in.</summary>
public abstract class RunListContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Phases = ["Succeeded", "Failed", "Running"];

    private protected IRunListStore List { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        List = await OpenAsync();
        await List.PutAsync([.. Enumerable.Range(0, 60).Select(Row)], Stop);
    }

    public abstract ValueTask DisposeAsync();

    [Theory]
    [InlineData(null, null, null, 60)]
    [InlineData("ns-1", null, null, 30)]
    [InlineData(null, "agent-2", null, 15)]
    [InlineData(null, null, "Failed", 20)]
    [InlineData("ns-1", "agent-1", "Failed", 5)]
    [InlineData("nowhere", null, null, 0)]
    public async Task Pages_OfAnyFilter_AreAllOfThemOnceNewestFirst(string? inNamespace, string? agent, string? phase, int count)
    {
        var query = new RunListQuery { Namespace = inNamespace, Agent = agent, Phase = phase, Limit = 7 };
        var all = new List<RunSummary>();
        for (IReadOnlyList<RunListRow> page; (page = await List.ListAsync(query, Stop)).Count > 0; query = query with { After = Place(page[^1].Summary) })
        {
            all.AddRange(page.Select(row => row.Summary));
        }

        all.Count.ShouldBe(count);
        all.ShouldAllBe(run => (inNamespace == null || run.Namespace == inNamespace) && (agent == null || run.Agent == agent) && (phase == null || run.Phase == phase));
        all.Select(Place).ShouldBe(all.Select(Place).OrderDescending(RunListOrder.Instance));
        (await List.CountAsync(query, 1000, Stop)).ShouldBe(count);
        (await List.CountAsync(query, 4, Stop)).ShouldBe(Math.Min(4, count));
    }

    [Fact]
    public async Task Put_OfAKnownRun_TakesTheOldOnesPlace()
    {
        var changed = Row(3) with { Version = "99" };
        await List.PutAsync([changed with { Summary = changed.Summary with { Phase = "Escalated", Message = "\"ünï\" 🧭" } }, Row(100)], Stop);

        (await List.ListAsync(new RunListQuery { Phase = "Escalated", Limit = 5 }, Stop)).ShouldHaveSingleItem().Summary.Message.ShouldBe("\"ünï\" 🧭");
        (await List.CountAsync(new RunListQuery { Limit = 1 }, 1000, Stop)).ShouldBe(61);
        var (known, unknown) = (new RunKey("ns-1", "run-003"), new RunKey("ns-1", "never"));
        (await List.VersionsAsync([known, unknown], Stop)).ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(known, "99"));
    }

    [Fact]
    public async Task Find_ByName_LooksInOneNamespaceOrInAll()
    {
        var twin = Row(3) with { Summary = Row(3).Summary with { Namespace = "other" } };
        await List.PutAsync([twin], Stop);

        (await List.FindAsync("ns-1", "run-003", Stop)).ShouldHaveSingleItem().Summary.Namespace.ShouldBe("ns-1");
        (await List.FindAsync(null, "run-003", Stop)).Select(row => row.Summary.Namespace).Order().ShouldBe(["ns-1", "other"]);
        (await List.FindAsync("ns-0", "run-003", Stop)).ShouldBeEmpty();
        (await List.FindAsync(null, "never", Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleted_BeforeItEnded_IsCancelled()
    {
        await List.DeletedAsync([new RunKey("ns-0", "run-002"), new RunKey("ns-1", "run-003"), new RunKey("ns-1", "never")], Stop);

        (await List.ListAsync(new RunListQuery { Phase = "Cancelled", Limit = 5 }, Stop)).ShouldHaveSingleItem().Summary.ShouldSatisfyAllConditions(
            run => (run.Name, run.Phase).ShouldBe(("run-002", "Cancelled")),
            run => run.Message!.ShouldContain("was deleted before it ended"));
        (await List.CountAsync(new RunListQuery { Phase = "Succeeded", Limit = 1 }, 100, Stop)).ShouldBe(20);
    }

    private protected abstract ValueTask<IRunListStore> OpenAsync();

    /// <summary>Three runs of each second, so that names decide as well.</summary>
    private static RunListRow Row(int i) => new(
        new RunSummary { Name = $"run-{i:000}", Namespace = $"ns-{i % 2}", Agent = $"agent-{i % 4}", Phase = Phases[i % 3], Trigger = "manual", CreatedAt = Start.AddSeconds(i / 3) },
        $"{i}");

    private static RunListPlace Place(RunSummary run) => new(run.CreatedAt, run.Name, run.Namespace);
}
