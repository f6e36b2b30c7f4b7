using System.Globalization;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The Operator that leads is killed, or stopped until another leads and then let go on, at random moments around the slots of many agents. Each slot has one run, or the agent counts it with the reason.</summary>
[Collection(nameof(ChaosAlone))]
public sealed class SlotKillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>LEGATOR_CHAOS_LEADERS: how many leaders fall. Default 4.</summary>
    private static readonly int Leaders = int.TryParse(Environment.GetEnvironmentVariable("LEGATOR_CHAOS_LEADERS"), CultureInfo.InvariantCulture, out var asked) ? asked : 4;

    [Fact]
    public async Task Leaders_FallAroundSlots_EachSlotHasOneRunOrItsReason()
    {
        await using var set = await ChaosSet.StartAsync(null, operators: 3);
        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = set.Cluster.Kubeconfig }, TimeProvider.System);
        var records = new ChaosRecords(set, connection);
        var random = new Random(20261123);

        // More than 50 in the same second: the runs of most slots are made ahead. Ten runs of an agent may wait, so the slots last until all leaders have fallen.
        var interval = Math.Max(2, Leaders * 3 / 8);
        await Kubectl.ApplyAsync(set.Cluster.Kubeconfig, ChaosFleet.Manifests(120, set.Namespace, string.Create(CultureInfo.InvariantCulture, $"interval: {interval}s, jitter: 0s, concurrencyPolicy: Queue, missedSlots: all")));
        for (var fallen = 0; fallen < Leaders; fallen++)
        {
            await FellAsync(await LeaderAsync(set, connection), random);
        }

        await records.CatchUpAsync(Patience);
        await records.PauseAgentsAsync();
        await Eventually.IsTrueAsync("every agent's pause is seen", async () => (await records.AgentsAsync()).All(agent => agent.Status?.ObservedSchedule == "paused"), Patience);
        var (agents, runs) = (await records.AgentsAsync(), await records.ListAsync());
        agents.SelectMany(agent => new ChaosSlots(agent).Problems(runs)).ShouldBeEmpty(set.Output);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Leaders} leaders, {runs.Count} runs, {agents.Sum(agent => new ChaosSlots(agent).Handled.Count())} slots, {agents.Sum(agent => new ChaosSlots(agent).Dropped)} without a run");
        runs.Count.ShouldBeGreaterThan(120);
    }

    private static async Task FellAsync(ChaosMember leader, Random random)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(2000)), TimeProvider.System);
        if (random.Next(3) == 0)
        {
            await leader.PauseAsync();
            await Task.Delay(ChaosOptions.LeaseDuration + TimeSpan.FromMilliseconds(random.Next(1000, 3000)), TimeProvider.System);
            await leader.GoOnAsync();
            return;
        }

        await leader.KillAsync();
        leader.Start();
    }

    private static async Task<ChaosMember> LeaderAsync(ChaosSet set, ClusterConnection connection)
    {
        var leases = new ResourceClient<Lease>(connection);
        ChaosMember? leader = null;
        await Eventually.IsTrueAsync("one of the Operators leads", async () =>
        {
            var holder = (await leases.GetAsync(set.Namespace, "legator-operator", default))?.Spec.HolderIdentity ?? "";
            leader = set.Members.SingleOrDefault(member => holder.Contains(string.Create(CultureInfo.InvariantCulture, $"-{member.Id}-"), StringComparison.Ordinal));
            return leader is not null;
        }, Patience);
        return leader!;
    }
}
