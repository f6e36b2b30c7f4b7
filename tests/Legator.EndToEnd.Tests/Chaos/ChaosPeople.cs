using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>People who ask for runs all the time, of whichever Web answers, and hold the product to its word.</summary>
internal sealed class ChaosPeople(ChaosSet set, int agents, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Names of runs that were promised.</summary>
    public ConcurrentDictionary<string, byte> Promised { get; } = new();

    /// <summary>Requests that were refused, or got no answer.</summary>
    public int Refused { get; private set; }

    public async Task AskAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await AskOnceAsync(ChaosEstate.Name(ChaosEstate.Asked, random.Next(agents)), set.Webs[random.Next(set.Webs.Count)]);
            await Task.Delay(Pause, TimeProvider.System, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
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
                Promised[(await answer.Content.ReadFromJsonAsync<RunAccepted>(LegatorJson.Options))!.Run] = 0;
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
