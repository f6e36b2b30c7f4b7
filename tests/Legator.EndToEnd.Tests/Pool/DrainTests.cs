using System.Globalization;
using System.Text.Json;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Pool;

/// <summary>Two runners as processes of their own: one is asked to stop with runs under way.</summary>
public sealed class DrainTests(PostgresServer postgres) : IAsyncLifetime
{
    private const int Agents = 12;
    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"drain-{Environment.ProcessId}");
    private readonly SlowSite _site = new();
    private readonly RedisServer _redis = new();
    private DistributedProduct _product = null!;

    public async ValueTask InitializeAsync()
    {
        _product = new DistributedProduct(_redis, postgres, _namespace);
        await _site.StartAsync();
        await _product.StartAsync(new Dictionary<string, string> { ["Runner__Concurrency"] = "16" });
        await Kubectl.ApplyAsync(_product.Kubeconfig, SlowFleet.Manifests(Agents, _namespace, _site.Port));
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _redis.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Runner_AskedToStop_HandsItsRunsOver_AndEachOrderIsMadeOnce()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, Agents).Select(number => RunAsync(SlowFleet.Name(number))));
        var leaving = await Eventually.BecomesAsync("a runner has five runs under way", BusyRunnerAsync, busy => busy is not null, TimeSpan.FromSeconds(60));

        var took = await leaving!.TerminateAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"stopped in {took.TotalMilliseconds:0} ms");
        leaving.ExitCode.ShouldBe(0, leaving.Output);
        var handed = 0;
        foreach (var run in runs)
        {
            var events = await EndedAsync(run);
            var told = JsonSerializer.Serialize(events, LegatorJson.Indented);
            events[^1].Data.ShouldBeOfType<RunFinished>().Phase.ShouldBe("Succeeded", told);
            events.ShouldNotContain(e => e.Data is ActionInterrupted, told);
            handed += HandOvers(events, told);
        }

        handed.ShouldBeGreaterThan(0);
        _site.Asked.Where(path => path.StartsWith("/order/", StringComparison.Ordinal)).Order().ShouldBe(Enumerable.Range(0, Agents).Select(n => $"/order/{SlowFleet.Name(n)}").Order());
    }

    /// <summary>Every run that was handed back was resumed by the other runner, and not because its claim ran out.</summary>
    private static int HandOvers(IReadOnlyList<RunEvent> events, string told)
    {
        var back = events.FirstOrDefault(e => e.Data is RunHandedBack);
        if (back is null)
        {
            return 0;
        }

        var resumed = events[(int)back.Sequence];
        resumed.Data.ShouldBeOfType<RunResumed>().Runner.ShouldNotBe(((RunHandedBack)back.Data).Runner, told);
        (resumed.Time - back.Time).ShouldBeLessThan(TimeSpan.FromSeconds(30), told);
        TestContext.Current.TestOutputHelper?.WriteLine($"handed over in {(resumed.Time - back.Time).TotalMilliseconds:0} ms");
        return 1;
    }

    private async Task<RunningProcess?> BusyRunnerAsync()
    {
        var runners = new List<string>();
        foreach (var number in Enumerable.Range(0, Agents))
        {
            foreach (var run in (await _product.RunsAsync(SlowFleet.Name(number))).Where(r => r.CompletedAt is null))
            {
                var events = await EventsAsync(run.Name);
                runners.AddRange(events is [{ Data: RunStarted started }, ..] ? [started.Runner] : []);
            }
        }

        return runners.CountBy(runner => runner).Where(busy => busy.Value >= 5).Select(busy => _product.Runners.FirstOrDefault(p => busy.Key.EndsWith(string.Create(CultureInfo.InvariantCulture, $"-{p.Id}"), StringComparison.Ordinal))).FirstOrDefault();
    }

    private async Task<IReadOnlyList<RunEvent>> EventsAsync(string run)
    {
        using var answer = await _product.Api.GetAsync(new Uri($"{_product.Url}{ApiPaths.Journal(run)}?namespace={_namespace}&limit=1000"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JournalPage>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Events : [];
    }

    private Task<IReadOnlyList<RunEvent>> EndedAsync(string run) =>
        Eventually.BecomesAsync($"{run} ends", () => EventsAsync(run), events => events is [.., { Data: RunFinished }], TimeSpan.FromSeconds(90));

    private async Task<string> RunAsync(string agent)
    {
        var run = await Eventually.BecomesAsync($"a run of {agent} is accepted", () => AskAsync(agent), name => name is not null, TimeSpan.FromSeconds(60));
        return run!;
    }

    private async Task<string?> AskAsync(string agent)
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{ApiPaths.AgentRun(agent)}?namespace={_namespace}"), new StringContent("{}", null, "application/json"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run : null;
    }
}
