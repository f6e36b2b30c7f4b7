using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Control;

/// <summary>Of several replicas one works.</summary>
public abstract class LeadershipTests(TestCluster cluster) : OperatorTests(cluster)
{
    private static readonly (string, string)[] Elected = [("Operator:LeaderElection", "true"), ("Operator:LeaseDuration", "00:00:03")];

    [Fact]
    public async Task LeaderStops_TheOtherReplica_GoesOn()
    {
        var first = await StartAsync(settings: Elected);
        await CreateAsync(Samples.Agent(Namespace, "one"));
        await RunsBecomeAsync("a run by the first leader", runs => runs.Count == 1);
        await using var second = await StartAsync(settings: Elected);
        await first.DisposeAsync();
        await CreateAsync(Samples.Agent(Namespace, "two"));
        await RunsBecomeAsync("a run by the second leader", runs => runs.Count == 2);
    }
}
