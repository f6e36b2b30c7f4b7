using System.Globalization;
using Legator.Backends.Kubernetes;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>One storm from its first fault to the verdict.</summary>
internal sealed class ChaosTrial(ChaosSet set, OrderDesk desk, ChaosOptions options, ChaosTimeline timeline)
{
    /// <summary>After the last fault every run has ended within the time that a claim holds and this.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private readonly Random _random = new(options.Seed);

    private int Asked => Math.Max(1, options.Agents / 2);

    public async Task RunAsync()
    {
        await Kubectl.ApplyAsync(set.Cluster.Kubeconfig, new ChaosEstate(set.Namespace, desk.Url, options.Interval).Manifests(options.Agents, Asked));
        using var audit = new ChaosAudit(set);
        await audit.KeepKeyAsync();
        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = set.Cluster.Kubeconfig }, TimeProvider.System);
        var cluster = new ChaosRecords(set, connection);
        var people = new ChaosPeople(set, Asked, new Random(options.Seed));
        using var enough = new CancellationTokenSource();
        var asking = people.AskAsync(enough.Token);

        var storm = new ChaosStorm(new ChaosFaults(set, _random), _random, timeline, () => desk.Orders.Count, options.Runs);
        await storm.RageAsync();
        await enough.CancelAsync();
        await storm.CalmAsync();
        timeline.Add("the last fault is over");
        await asking;
        var took = await cluster.SettleAsync(Longest);
        await cluster.PauseAgentsAsync();
        await cluster.SettleAsync(Longest);
        timeline.Add(string.Create(CultureInfo.InvariantCulture, $"every slot is handled and every run has ended, {took.TotalSeconds:0.0} s after the last fault"));

        var verdict = new ChaosVerdict(await cluster.RunsAsync(), [.. people.Promised.Keys], desk.Orders, await cluster.RestartsAsync(), await cluster.AgentsAsync());
        timeline.Add(string.Create(CultureInfo.InvariantCulture, $"{storm.Count} faults, {people.Refused} requests refused or unanswered, {desk.Lost.Count} answers of the desk lost; {verdict.Numbers()}"));
        verdict.Problems().ShouldBeEmpty(verdict.ToString());
        timeline.Add(await audit.VerifyAsync());
        if (options.IsTimed)
        {
            took.ShouldBeLessThanOrEqualTo(ChaosOptions.IdleLimit + Recovery, $"everything else held; the machine's load is {await File.ReadAllTextAsync("/proc/loadavg")}");
        }

        set.Members.ForEach(m => m.NoteDeath());
        set.Members.SelectMany(m => m.Deaths).ShouldBeEmpty();
    }
}
