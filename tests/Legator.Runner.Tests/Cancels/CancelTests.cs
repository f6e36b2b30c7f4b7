using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Sessions;
using Legator.Runner.Tests.Vendors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.Runner.Tests.Cancels;

public sealed class CancelTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-cancel").FullName;
    private readonly TaskCompletionSource _never = new();
    private FakeVendor _vendor = null!;
    private IHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _vendor = await FakeVendor.StartAsync([.. Enumerable.Repeat(OpenAIReplies.Says("done") with { Until = _never.Task }, 5)]);
        _host = RunnerHost.Build(cluster, _folder, "r1");
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _never.TrySetCanceled();
        await _host.StopAsync();
        _host.Dispose();
        await _vendor.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task RunWhoseModelIsBeingAsked_IsEndedWithoutWaitingForTheModel()
    {
        var run = await CreateAsync("asked");
        await Queue.EnqueueAsync(new RunQueueEntry(run, RunPriority.Scheduled), default);
        await Eventually.IsTrueAsync("the model is being asked", () => _vendor.Requests.Count > 0);
        await MarkAsync(run, "wrong target", "ann");

        var events = await _host.EndedAsync(run);

        events[^2].Data.ShouldBe(new RunCancelled("ann", "wrong target"));
        events[^1].Data.ShouldBe(new RunFinished("Cancelled", "Cancelled", "ann ended the run (wrong target). 0 of 0 actions executed."));
        await Eventually.IsTrueAsync("the queue is empty", async () => (await Queue.ReportAsync(default)) is { Waiting: 0, Claimed: 0 });
    }

    [Fact]
    public async Task RunThatNobodyTookUpYet_IsEndedBeforeItBegins()
    {
        var run = await CreateAsync("unbegun");
        await MarkAsync(run, "true", null);
        await Queue.EnqueueAsync(new RunQueueEntry(run, RunPriority.Scheduled), default);

        (await _host.EndedAsync(run)).Select(e => e.Data.GetType()).ShouldBe([typeof(RunStarted), typeof(RunCancelled), typeof(RunFinished)]);
    }

    [Fact]
    public async Task RunnerThatDiedBetweenWishAndEnd_LeavesTheEndToTheNext()
    {
        var run = await CreateAsync("died");
        await AppendAsync(run, new RunStarted("r0", null, null), new RunCancelled("ann", null));

        (await _host.SessionAsync(run)).ShouldBe(SessionEnd.Finished);

        (await _host.EventsAsync(run))[^1].Data.ShouldBeOfType<RunFinished>().Phase.ShouldBe("Cancelled");
    }

    [Fact]
    public async Task RunThatWaitsForAPerson_IsEndedByWhoeverTakesItUp()
    {
        var run = await CreateAsync("waiting");
        await AppendAsync(run, new RunStarted("r0", null, null), Told.Prompt, Told.Calls(1, "a"), Told.Judged(1), new ApprovalRequested(1, "q", TimeProvider.System.GetUtcNow().AddHours(1), new ApprovalTerms { Tier = RiskTier.ServiceMutation }, ActionPreview.None("no")));
        (await _host.SessionAsync(run)).ShouldBe(SessionEnd.Suspended);
        await MarkAsync(run, "true", "ann");

        (await _host.SessionAsync(run)).ShouldBe(SessionEnd.Finished);

        (await _host.EventsAsync(run)).Select(e => e.Data).OfType<RunFinished>().Single().Phase.ShouldBe("Cancelled");
    }

    private IRunQueue Queue => _host.Services.GetRequiredService<IRunQueue>();

    private IRunJournal Journal => _host.Services.GetRequiredService<IRunJournal>();

    private Task AppendAsync(RunKey run, params RunEventData[] events) => Journal.AppendAllAsync(run, JournalHead.Empty, events, default);

    private Task MarkAsync(RunKey run, string why, string? by) => _host.Services.GetRequiredService<ResourceClient<LegatorRun>>().PatchAsync(
        run.Namespace,
        run.Name,
        new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["labels"] = new JsonObject { [LegatorApi.CancelLabel] = "true" },
                ["annotations"] = new JsonObject { [LegatorApi.CancelAnnotation] = why, [LegatorApi.CancelByAnnotation] = by },
            },
        },
        default);

    private async Task<RunKey> CreateAsync(string name)
    {
        var snapshot = Models.Snapshot("openai-compatible", _vendor.Address) with { Limits = new RunSnapshotLimits { TimeoutMs = 120_000 } };
        return await _host.OrderAsync(name, snapshot);
    }
}
