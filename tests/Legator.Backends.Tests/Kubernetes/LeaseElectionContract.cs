using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Elections;
using Legator.Backends.Kubernetes.Kinds;
using Microsoft.Extensions.Logging.Abstractions;

namespace Legator.Backends.Tests.Kubernetes;

public abstract class LeaseElectionContract(ClusterFixture cluster) : IAsyncDisposable
{
    private readonly List<(CancellationTokenSource End, Task Running)> candidates = [];
    private int leading;
    private int mostLeaders;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var (end, running) in candidates)
        {
            await end.CancelAsync();
            await running;
        }
    }

    [Fact]
    public async Task Run_ThreeCandidates_OneLeadsAndStoppingHandsOver()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var elections = Enumerable.Range(0, 3).Select(i => Start(inNamespace, $"c{i}")).ToList();
        var first = await LeaderAsync(elections);

        await candidates[first].End.CancelAsync();
        await candidates[first].Running;

        var next = await LeaderAsync(elections);
        next.ShouldNotBe(first);
        elections[next].Term.ShouldBeGreaterThan(elections[first].Term);
        mostLeaders.ShouldBe(1);
    }

    [Fact]
    public async Task Run_LeaseTakenAway_StopsLeading()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var election = Start(inNamespace, "c0");
        await LeaderAsync([election]);
        var leases = new ResourceClient<Lease>(cluster.Connection);
        await Eventually.IsTrueAsync("the lease is stolen", async () =>
        {
            try
            {
                var lease = await leases.GetAsync(inNamespace, "election", Stop);
                await leases.ReplaceAsync(lease! with { Spec = lease.Spec with { HolderIdentity = "thief", LeaseDurationSeconds = 60 } }, Stop);
                return true;
            }
            catch (ClusterException e) when (e.IsConflict)
            {
                return false;
            }
        });

        await Eventually.IsTrueAsync("c0 no longer leads", () => !election.IsLeader && leading == 0);

        election.Leader.ShouldBeOneOf("thief", "c0");
    }

    private LeaseElection Start(string inNamespace, string identity)
    {
        var election = new LeaseElection(
            new ResourceClient<Lease>(cluster.Connection),
            new LeaseElectionOptions { Namespace = inNamespace, Name = "election", Identity = identity, Duration = TimeSpan.FromSeconds(3) },
            TimeProvider.System,
            NullLogger<LeaseElection>.Instance,
            new QuietHeartbeats());
        var end = new CancellationTokenSource();
        candidates.Add((end, election.RunAsync(LeadAsync, end.Token)));
        return election;
    }

    private async Task LeadAsync(CancellationToken term)
    {
        mostLeaders = Math.Max(mostLeaders, Interlocked.Increment(ref leading));
        var ended = new TaskCompletionSource();
        await using (term.Register(ended.SetResult))
        {
            await ended.Task;
        }

        Interlocked.Decrement(ref leading);
    }

    private static Task<int> LeaderAsync(List<LeaseElection> elections) =>
        Eventually.BecomesAsync("a leader", () => Task.FromResult(elections.FindIndex(election => election.IsLeader)), index => index >= 0);
}
