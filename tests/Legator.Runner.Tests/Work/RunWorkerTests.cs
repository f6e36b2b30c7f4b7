using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Vendors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Work;

public sealed class RunWorkerTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-worker").FullName;
    private readonly TaskCompletionSource _release = new();
    private FakeVendor _vendor = null!;

    public async ValueTask InitializeAsync() => _vendor = await FakeVendor.StartAsync(
        [.. Enumerable.Repeat(OpenAIReplies.Says("done") with { Until = _release.Task }, 20)]);

    public async ValueTask DisposeAsync()
    {
        _release.TrySetCanceled();
        await _vendor.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task RunsInTheQueue_AreAllWorkedOnAndTakenOutOfIt()
    {
        _release.SetResult();
        using var host = RunnerHost.Build(cluster, _folder, "r1");
        await host.StartAsync();
        var runs = new List<RunKey>();
        for (var i = 0; i < 10; i++)
        {
            runs.Add(await OfferAsync(host, $"many-{i}"));
        }

        foreach (var run in runs)
        {
            (await FinishAsync(host, run)).Phase.ShouldBe("Succeeded");
        }

        await Eventually.IsTrueAsync("the queue is empty", async () => await Queue(host).CountAsync(default) == 0);
        await host.StopAsync();
    }

    [Fact]
    public async Task Stop_HandsRunsBackWhoseModelDoesNotAnswer_AndAnotherRunnerFinishesThem()
    {
        RunKey run;
        using (var first = RunnerHost.Build(cluster, _folder, "r1"))
        {
            await first.StartAsync();
            run = await OfferAsync(first, "handed-back");
            await Eventually.IsTrueAsync("the model is being asked", () => _vendor.Requests.Count == 1);
            await first.StopAsync().WaitAsync(TimeSpan.FromMinutes(1));
            (await Queue(first).CountAsync(default)).ShouldBe(1);
            (await first.EventsAsync(run)).Select(e => e.Data.GetType()).ShouldBe([typeof(RunStarted), typeof(PromptAssembled), typeof(RunHandedBack)]);
        }

        _release.SetResult();
        using var second = RunnerHost.Build(cluster, _folder, "r2");
        await second.StartAsync();
        await Queue(second).EnqueueAsync(new RunQueueEntry(run, RunPriority.Scheduled), default);
        (await FinishAsync(second, run)).Phase.ShouldBe("Succeeded");
        await second.StopAsync();
    }

    [Fact]
    public async Task Session_WhoseRunAnotherRunnerTook_StopsWithoutAWord()
    {
        using var host = RunnerHost.Build(cluster, _folder, "r1");
        var run = await CreateAsync(host, "taken");
        var working = host.SessionAsync(run);
        await Eventually.IsTrueAsync("the model is being asked", () => _vendor.Requests.Count == 1);
        var journal = host.Services.GetRequiredService<IRunJournal>();
        await journal.AppendAsync(run, await journal.HeadAsync(run, default), new RunResumed("r2"), default);
        _release.SetResult();
        (await working).ShouldBe(SessionEnd.Lost);
        (await host.EventsAsync(run))[^1].Data.ShouldBe(new RunResumed("r2"));
    }

    [Fact]
    public async Task Model_ThatDoesNotAnswerInTime_FailsTheRun()
    {
        using var host = RunnerHost.Build(cluster, _folder, "r1");
        var run = await CreateAsync(host, "slow", timeoutMs: 800);
        (await host.SessionAsync(run)).ShouldBe(SessionEnd.Finished);
        var end = (RunFinished)(await host.EventsAsync(run))[^1].Data;
        (end.Phase, end.Reason).ShouldBe(("Failed", "ModelFailed"));
        end.Message.ShouldContain("spec.model.timeout");
    }

    [Fact]
    public async Task ClockOfTheRunnerBefore_ThatIsAhead_HoldsNothingUp()
    {
        using var host = RunnerHost.Build(cluster, _folder, "r1");
        var ahead = TimeProvider.System.GetUtcNow().AddHours(1);
        await host.Services.GetRequiredService<IRunSurroundings>().WaitUntilAsync(ahead, TimeSpan.FromMilliseconds(50), default).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("Runner:Concurrency", "0")]
    [InlineData("Runner:RenewInterval", "00:10:00")]
    [InlineData("Runner:MemoryLimitMiB", "-1")]
    [InlineData("Queue:IdleLimit", "02:00:00")]
    public async Task Setting_ThatCannotWork_IsNamedAtStart(string key, string value)
    {
        using var host = RunnerHost.Build(cluster, _folder, "r1", null, (key, value));
        (await Should.ThrowAsync<OptionsValidationException>(host.StartAsync())).Message.ShouldContain($"{key} is ");
    }

    [Fact]
    public async Task IdleLimit_ThatIsTooShort_IsNamedAtStart()
    {
        using var host = RunnerHost.Build(cluster, _folder, "r1", null, ("Queue:IdleLimit", "00:00:02"), ("Runner:RenewInterval", "00:00:01"));
        (await Should.ThrowAsync<OptionsValidationException>(host.StartAsync())).Message.ShouldContain("Queue:IdleLimit is 00:00:02");
    }

    [Fact]
    public async Task RunnerThatWouldRenewTooSeldom_DoesNotStart()
    {
        using var host = RunnerHost.Build(cluster, _folder, "r1", null, ("Queue:IdleLimit", "00:00:08"));
        (await Should.ThrowAsync<OptionsValidationException>(host.StartAsync())).Message.ShouldContain("Runner:RenewInterval is 00:00:05, and Queue:IdleLimit 00:00:08");
    }

    private static IRunQueue Queue(IHost host) => host.Services.GetRequiredService<IRunQueue>();

    private static async Task<RunFinished> FinishAsync(IHost host, RunKey run) => (RunFinished)(await host.EndedAsync(run))[^1].Data;

    private async Task<RunKey> OfferAsync(IHost host, string name)
    {
        var run = await CreateAsync(host, name);
        await Queue(host).EnqueueAsync(new RunQueueEntry(run, RunPriority.Scheduled), default);
        return run;
    }

    private async Task<RunKey> CreateAsync(IHost host, string name, long timeoutMs = 120_000)
    {
        var snapshot = Models.Snapshot("openai-compatible", _vendor.Address) with { Limits = new RunSnapshotLimits { TimeoutMs = timeoutMs } };
        return await host.OrderAsync(name, snapshot);
    }
}
