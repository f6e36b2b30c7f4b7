using System.Globalization;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>Measures LocalCluster, and beside it in the same run a real API server where a kubeconfig is given.</summary>
internal static class LocalClusterBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var kubeconfig = Option(args, "--kubeconfig");
        var agents = int.Parse(Option(args, "--agents") ?? "10000", CultureInfo.InvariantCulture);
        var operations = int.Parse(Option(args, "--operations") ?? "1000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(Option(args, "--rounds") ?? "2", CultureInfo.InvariantCulture);

        await using var local = await BenchmarkServer.StartLocalClusterAsync();
        List<BenchmarkServer> servers = [local];
        if (kubeconfig is not null)
        {
            servers.Add(BenchmarkServer.FromKubeconfig("real API server", kubeconfig));
        }
        var table = new BenchmarkTable([.. servers.Select(s => s.Name)]);
        // In turns, so that whatever else the machine does hits all alike; the first round only warms up.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var server in servers)
            {
                Console.Error.WriteLine($"round {round} of {rounds}{(round == 0 ? " (warming up)" : "")}: {server.Name}");
                await new Workload(server, round == 0 ? new BenchmarkTable([server.Name]) : table, $"bench-{round}").RunAsync(round == 0 ? Math.Min(300, operations) : operations);
            }
        }
        foreach (var server in servers)
        {
            Console.Error.WriteLine($"holding {agents} agents: {server.Name}");
            await new HeldAgents(server, table, "bench-held").RunAsync(agents);
        }
        table.Print(Console.Out);
        return 0;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
