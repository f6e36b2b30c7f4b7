using System.Text;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Discovery;
using Microsoft.AspNetCore.Http;

namespace Legator.LocalCluster.Tests.Discovery;

public sealed class DiscoveryHandlerTests
{
    [Fact]
    public async Task Groups_AskedByManyAtOnceAfterAChange_AllHoldTheNewGroup()
    {
        const int Rounds = 4000, Askers = 4;
        KindRegistry registry = new();
        DiscoveryHandler handler = new(registry);
        using Barrier start = new(Askers, b => registry.Replace([Thing(b.CurrentPhaseNumber)]));
        int[] stale = await Task.WhenAll(Enumerable.Range(0, Askers).Select(_ => Task.Factory.StartNew(
            () => Enumerable.Range(0, Rounds).Count(round =>
            {
                start.SignalAndWait();
                bool found = Ask(handler, "/apis").Contains($"round-{round}.example", StringComparison.Ordinal);
                start.SignalAndWait();
                return !found;
            }),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        stale.Sum().ShouldBe(0);
    }

    // Two meetings a round: a change, and one more that changes nothing for it.
    private static ResourceKind Thing(long meeting) =>
        new() { Group = $"round-{meeting / 2}.example", Version = "v1", Plural = "things", Singular = "thing", Kind = "Thing", Namespaced = true };

    private static string Ask(DiscoveryHandler handler, string path)
    {
        using MemoryStream body = new();
        DefaultHttpContext http = new() { Response = { Body = body } };
        handler.TryServeAsync(http, path).IsCompletedSuccessfully.ShouldBeTrue();
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
