using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs.Events;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>People who ask for runs all the time, of whichever Web answers, and hold the product to its word.</summary>
internal sealed class ChaosPeople(ChaosSet set, int agents, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly Queue<string> _open = new();

    /// <summary>Names of runs that were promised.</summary>
    public ConcurrentDictionary<string, byte> Promised { get; } = new();

    /// <summary>Requests that were refused, or got no answer.</summary>
    public int Refused { get; private set; }

    public async Task AskAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            if (await HasPatienceAsync(set.Webs[random.Next(set.Webs.Count)]))
            {
                await AskOnceAsync(ChaosEstate.Name(ChaosEstate.Asked, random.Next(agents)), set.Webs[random.Next(set.Webs.Count)]);
            }

            await Task.Delay(Pause, TimeProvider.System, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Nobody asks for more while as many of their runs are open as there are agents: else a slow machine would pile up what no product could work off.</summary>
    private async Task<bool> HasPatienceAsync(string web)
    {
        if (_open.Count < agents)
        {
            return true;
        }

        var oldest = _open.Dequeue();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var journal = await set.Api.GetFromJsonAsync<JournalPage>(new Uri($"{web}{ApiPaths.Journal(oldest)}?namespace={set.Namespace}&limit=1000"), LegatorJson.Options, patience.Token);
            if (journal!.Events is [.., { Data: RunFinished }])
            {
                return true;
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // Somebody asks again later.
        }

        _open.Enqueue(oldest);
        return false;
    }

    private async Task AskOnceAsync(string agent, string web)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var body = JsonContent.Create(new { task = "Order, please." });
            using var answer = await set.Api.PostAsync(new Uri($"{web}{ApiPaths.AgentRun(agent)}?namespace={set.Namespace}"), body, patience.Token);
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                var run = (await answer.Content.ReadFromJsonAsync<RunAccepted>(LegatorJson.Options))!.Run;
                Promised[run] = 0;
                _open.Enqueue(run);
                return;
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // Nothing was promised.
        }

        Refused++;
    }
}
