using System.Diagnostics;
using System.Globalization;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Chaos;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Soak;

/// <summary>Agents run without end, every connection to the cluster is cut every few seconds, runs that are over are removed, and what each process holds is measured.</summary>
internal sealed class SoakTrial(ChaosSet set, SoakOptions options, ChaosTimeline timeline)
{
    private const string HeapMetric = "dotnet_gc_last_collection_heap_size_bytes{";
    private const int KeptRuns = 20;
    private readonly Dictionary<string, List<HeapSample>> _samples = set.Members.ToDictionary(m => m.Name, _ => new List<HeapSample>());
    private readonly HashSet<string> _over = [];
    private readonly Queue<string> _removable = [];
    private readonly Stopwatch _watch = new();
    private int _drops;

    public int Runs => _over.Count;

    public int Drops => _drops;

    /// <summary>Measures until the time is over.</summary>
    public async Task<IReadOnlyList<HeapLine>> RunAsync(CancellationToken cancellationToken)
    {
        await Kubectl.ApplyAsync(set.Cluster.Kubeconfig, ChaosFleet.Manifests(options.Agents, set.Namespace));
        await Eventually.IsTrueAsync("a run is over", async () =>
        {
            await CountAsync();
            return Runs > 0;
        }, TimeSpan.FromMinutes(2));
        _watch.Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var cuts = CutAsync(over.Token);
        using var timer = new PeriodicTimer(options.MeasureEvery, TimeProvider.System);
        while (_watch.Elapsed < options.Length && await timer.WaitForNextTickAsync(cancellationToken))
        {
            await RoundAsync(cancellationToken);
        }

        await over.CancelAsync();
        await cuts;
        return [.. set.Members.Select(m => new HeapLine(m.Name, _samples[m.Name]))];
    }

    private async Task CutAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.CutEvery, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var way in set.WaysTo(ChaosSet.ClusterName))
                {
                    _drops += way.Open;
                    way.Cut();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The soak is over.
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        await CountAsync();
        await RemoveAsync();
        foreach (var member in set.Members)
        {
            await ForcedCollection.RunAsync(member.Id, cancellationToken);
            var sample = new HeapSample(_watch.Elapsed, Runs, _drops, await HeapAsync(member, cancellationToken), Resident(member.Id));
            _samples[member.Name].Add(sample);
            timeline.Add(string.Create(CultureInfo.InvariantCulture, $"{member.Name} {sample.Runs} runs, {sample.Drops} drops, heap {sample.Heap / 1e6:0.00} MB, resident {sample.Resident / 1e6:0.0} MB"));
        }
    }

    private async Task CountAsync()
    {
        var page = await set.GetAsync<RunList>($"{ApiPaths.Runs}?limit=200");
        foreach (var run in page.Runs.Where(r => r.CompletedAt is not null).OrderBy(r => r.CompletedAt))
        {
            if (_over.Add(run.Name))
            {
                _removable.Enqueue(run.Name);
            }
        }
    }

    /// <summary>What retention does in the cluster, which keeps a run for an hour at least.</summary>
    private async Task RemoveAsync()
    {
        var names = new List<string>();
        while (_removable.Count > KeptRuns)
        {
            names.Add(_removable.Dequeue());
        }

        if (names.Count > 0)
        {
            await Kubectl.RunAsync(set.Cluster.Kubeconfig, ["delete", "legatorruns", "-n", set.Namespace, "--ignore-not-found", "--wait=false", .. names]);
        }
    }

    private async Task<double> HeapAsync(ChaosMember member, CancellationToken cancellationToken)
    {
        var metrics = await set.Api.GetStringAsync(new Uri(member.Url + "/metrics"), cancellationToken);
        return metrics.Split('\n').Where(line => line.StartsWith(HeapMetric, StringComparison.Ordinal)).Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    private static double Resident(int process) =>
        double.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2], CultureInfo.InvariantCulture) * 1024;
}
