namespace Legator.Benchmarks.LocalClusters;

/// <summary>Fills a server with agents and looks how it carries them.</summary>
internal sealed class HeldAgents(BenchmarkServer server, BenchmarkTable table, string space)
{
    private readonly AgentApi api = new(server.Http, space);

    public async Task RunAsync(int agents)
    {
        await api.PrepareAsync();
        Add($"fill with {agents} agents, 64 at a time", await Sample.RunAsync(agents, 64, api.CreateAsync));
        Add($"holding {agents}: list all", await Sample.RunAsync(8, 1, _ => api.ListAsync()));
        Add($"holding {agents}: list a page of 500", await Sample.RunAsync(40, 4, _ => api.ListAsync("?limit=500")));
        Add($"holding {agents}: patch status, 16 at a time", await Sample.RunAsync(1000, 16, i => api.PatchStatusAsync(i * 7 % agents, i)));
        Add($"holding {agents}: get, 16 at a time", await Sample.RunAsync(1000, 16, i => api.GetAsync(i * 13 % agents)));
        await WatchAsync(agents);
        if (server.MemoryMegabytes is { } memory)
        {
            table.Note($"{server.Name} holds {agents} agents in {memory:0} MB of memory");
        }
    }

    private async Task WatchAsync(int agents)
    {
        await using var probe = await WatchProbe.StartAsync(server.Http, api);
        var sample = new Sample();
        for (var i = 0; i < 300; i++)
        {
            var number = i * 11 % agents;
            var (_, answer) = await probe.MeasureAsync(AgentApi.Name(number), () => api.PatchStatusAsync(number, 5000 + i));
            sample.Add(Math.Max(0, answer));
        }
        table.Add(server.Name, $"holding {agents}: watch event after the write's answer", double.NaN, sample.Percentile(0.5), sample.Percentile(0.99));
    }

    private void Add(string what, Sample sample) => table.Add(server.Name, what, sample.Rate, sample.Percentile(0.5), sample.Percentile(0.99));
}
