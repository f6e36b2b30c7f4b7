using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>What is on record after the storm: in the cluster, read past all proxies, and in the journal.</summary>
internal sealed class ChaosRecords(ChaosSet set, ClusterConnection connection)
{
    private const int PageSize = 200;
    private readonly ResourceClient<LegatorRun> _runs = new(connection);
    private readonly ResourceClient<LegatorAgent> _agents = new(connection);

    /// <summary>No new slots from here on.</summary>
    public async Task PauseAgentsAsync()
    {
        foreach (var agent in await AgentsAsync())
        {
            await _agents.PatchAsync(set.Namespace, agent.Metadata.Name!, JsonNode.Parse("""{"spec":{"paused":true}}""")!, default);
        }
    }

    /// <summary>Waits until every request has its run, every slot up to now is handled, and every run of up to now has ended; says how long that took.</summary>
    public async Task<TimeSpan> SettleAsync(TimeSpan limit)
    {
        var (watch, now) = (Stopwatch.StartNew(), TimeProvider.System.GetUtcNow());
        await Eventually.BecomesAsync("every request has its run, every slot is handled, and every run has ended", () => OpenAsync(now), open => open.Length == 0, limit);
        return watch.Elapsed;
    }

    /// <summary>Waits until every slot up to now is handled, though nobody works on runs.</summary>
    public async Task CatchUpAsync(TimeSpan limit)
    {
        var now = TimeProvider.System.GetUtcNow();
        await Eventually.BecomesAsync("every slot is handled", async () => string.Join("; ", Late(await AgentsAsync(), now)), late => late.Length == 0, limit);
    }

    /// <summary>The agents with all that is told of their slots.</summary>
    public async Task<IReadOnlyList<LegatorAgent>> AgentsAsync() => (await _agents.ListAsync(set.Namespace, null, default)).Items;

    /// <summary>All runs with their journals.</summary>
    public async Task<IReadOnlyList<ChaosRun>> RunsAsync()
    {
        var found = new List<ChaosRun>();
        foreach (var some in (await ListAsync()).Chunk(8))
        {
            found.AddRange(await Task.WhenAll(some.Select(async run => new ChaosRun(run, await set.GetAsync<JournalPage>($"{ApiPaths.Journal(run.Metadata.Name!)}?namespace={set.Namespace}&limit=1000")))));
        }

        return found;
    }

    /// <summary>How often each agent's Deployment was restarted, by the server's own count of its generations.</summary>
    public async Task<IReadOnlyDictionary<string, long>> RestartsAsync()
    {
        var lines = await Kubectl.RunAsync(set.Cluster.Kubeconfig, "get", "deployments", "-n", set.Namespace, "-o", "jsonpath={range .items[*]}{.metadata.name} {.metadata.generation}{\"\\n\"}{end}");
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(part => part[0], part => long.Parse(part[1], CultureInfo.InvariantCulture) - 1);
    }

    private async Task<string> OpenAsync(DateTimeOffset until)
    {
        var agents = await AgentsAsync();
        var asked = agents.Where(a => a.Metadata.Annotation(LegatorApi.RunNowAnnotation) is not null).Select(a => $"{a.Metadata.Name} is asked for a run");
        var open = (await ListAsync()).Where(r => r.Status?.Phase?.IsFinished() != true && r.Metadata.CreationTimestamp <= until).Select(r => $"{r.Metadata.Name} {r.Status?.Phase} after {r.Status?.Journal?.Length ?? 0} events, {r.Status?.Reason}");
        return string.Join("; ", asked.Concat(Late(agents, until)).Concat(open));
    }

    private static IEnumerable<string> Late(IEnumerable<LegatorAgent> agents, DateTimeOffset until) =>
        agents.Where(a => !a.Spec.Paused).Select(a => new ChaosSlots(a)).Where(slots => slots.IsDue(until)).Select(slots => $"slot {slots.Next:HH:mm:ss} of {slots.Name} is not handled");

    /// <summary>All runs.</summary>
    public async Task<IReadOnlyList<LegatorRun>> ListAsync()
    {
        var all = new List<LegatorRun>();
        string? next = null;
        do
        {
            var page = await _runs.ListAsync(set.Namespace, new ListQuery { Limit = PageSize, Continue = next }, default);
            all.AddRange(page.Items);
            next = page.Continue;
        }
        while (next is not null);
        return all;
    }
}
