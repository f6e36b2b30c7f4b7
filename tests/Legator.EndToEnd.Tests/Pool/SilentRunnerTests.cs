using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Legator.Backends.Queues;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.EndToEnd.Tests.Pool;

/// <summary>Runners as processes of their own that go silent, or give a run up.</summary>
public sealed class SilentRunnerTests(PostgresServer postgres) : IAsyncLifetime
{
    // Of its own for each test: a run that one test left unfinished on the API server would be queued again by the next one's Operator.
    private static int s_number;
    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"silent-{Environment.ProcessId}-{Interlocked.Increment(ref s_number)}");
    private readonly SlowSite _site = new();
    private readonly RedisServer _redis = new();
    private DistributedProduct _product = null!;

    public async ValueTask InitializeAsync()
    {
        _product = new DistributedProduct(_redis, postgres, _namespace) { AllSettings = new Dictionary<string, string> { ["Queue__IdleLimit"] = "00:00:04" } };
        await _site.StartAsync();
        await _product.StartAsync(new Dictionary<string, string> { ["Runner__RenewInterval"] = "00:00:01", ["Runner__Concurrency"] = "1" });
        await Kubectl.ApplyAsync(_product.Kubeconfig, SlowFleet.Manifests(2, _namespace, _site.Port));
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _redis.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task RunnerThatGoesSilent_LosesItsRunAfterTheIdleLimit_ToTheOther()
    {
        var run = await RunAsync(SlowFleet.Name(0));
        var first = ((RunStarted)(await Eventually.BecomesAsync("the run is under way", () => EventsAsync(run), events => events.Count > 0, TimeSpan.FromSeconds(60)))[0].Data).Runner;
        var silent = _product.Runners.Single(process => first.EndsWith(string.Create(CultureInfo.InvariantCulture, $"-{process.Id}"), StringComparison.Ordinal));
        await silent.SignalAsync("STOP");
        var events = await EndedAsync(run);
        await silent.SignalAsync("CONT");

        var resumed = events.First(entry => entry.Data is RunResumed);
        ((RunResumed)resumed.Data).Runner.ShouldNotBe(first);

        // Were the setting not heard, it would be the default: a minute.
        (resumed.Time - events[(int)resumed.Sequence - 2].Time).ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(45));
        _site.Asked.Count(path => path == "/order/" + SlowFleet.Name(0)).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task EntryThatWasGivenUp_IsShownByTheCommandLine_AndWorkedOnAgain()
    {
        await _product.KillRunnersAsync();
        var run = await RunAsync(SlowFleet.Name(1));
        await GiveUpAsync(run);
        var listed = await LegatorAsync("queue", "list", "-o", "json");
        var letter = JsonSerializer.Deserialize<QueueReport>(listed, LegatorJson.Options)!.DeadLetters.Single(item => item.Namespace == _namespace && item.Run == run);
        letter.Reason.ShouldBe("It kills whoever runs it.");
        (await LegatorAsync("queue", "requeue", letter.Id)).Trim().ShouldBe($"{letter.Id} requeued: run {run}.");
        (await LegatorAsync("queue", "list")).ShouldNotContain(letter.Id);
        _product.StartRunners();
        ((RunFinished)(await EndedAsync(run))[^1].Data).Phase.ShouldBe("Succeeded");
        _site.Asked.Count(path => path == "/order/" + SlowFleet.Name(1)).ShouldBe(1);
    }

    /// <summary>Plays a runner that claims the run and gives it up.</summary>
    private async Task GiveUpAsync(string run)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ConnectionStrings:queue"] = _redis.Connection;
        builder.Configuration["Queue:IdleLimit"] = "00:00:04";
        builder.AddRunQueue();
        using var host = builder.Build();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var claim = await host.Services.GetRequiredService<IRunQueue>().DequeueAsync(patience.Token);
        claim.Entry.Run.ShouldBe(new RunKey(_namespace, run));
        await claim.BuryAsync("It kills whoever runs it.", default);
    }

    private async Task<string> LegatorAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProductBuild.Program("Legator.Cli", "legator"), .. arguments, "--api-url", _product.Url, "--token", DistributedProduct.Token, "--namespace", _namespace]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return said;
    }

    private async Task<IReadOnlyList<RunEvent>> EventsAsync(string run)
    {
        using var answer = await _product.Api.GetAsync(new Uri($"{_product.Url}{ApiPaths.Journal(run)}?namespace={_namespace}&limit=1000"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JournalPage>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Events : [];
    }

    private Task<IReadOnlyList<RunEvent>> EndedAsync(string run) =>
        Eventually.BecomesAsync($"{run} ends", () => EventsAsync(run), events => events is [.., { Data: RunFinished }], TimeSpan.FromSeconds(90));

    private async Task<string> RunAsync(string agent) => (await Eventually.BecomesAsync($"a run of {agent} is accepted", () => AskAsync(agent), name => name is not null, TimeSpan.FromSeconds(60)))!;

    private async Task<string?> AskAsync(string agent)
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{ApiPaths.AgentRun(agent)}?namespace={_namespace}"), new StringContent("{}", null, "application/json"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run : null;
    }
}
