namespace Legator.Benchmarks.LocalClusters;

/// <summary>Creates, updates, reads, lists and watches, in an own namespace.</summary>
internal sealed class Workload(BenchmarkServer server, BenchmarkTable table, string space)
{
    private const int WatchedChanges = 300;
    private readonly AgentApi api = new(server.Http, space);

    public async Task RunAsync(int operations)
    {
        await api.PrepareAsync();
        foreach (var concurrency in (int[])[1, 16, 64])
        {
            var share = concurrency == 1 ? operations / 4 : operations;
            var offset = concurrency * 100_000;
            Add($"create, {concurrency} at a time", await Sample.RunAsync(share, concurrency, i => api.CreateAsync(offset + i)));
            Add($"update (get + put), {concurrency} at a time", await Sample.RunAsync(share, concurrency, i => api.UpdateAsync(offset + i, i)));
            Add($"patch status, {concurrency} at a time", await Sample.RunAsync(share, concurrency, i => api.PatchStatusAsync(offset + i, i)));
            Add($"get, {concurrency} at a time", await Sample.RunAsync(share, concurrency, i => api.GetAsync(offset + i)));
        }
        Add($"list all ({operations * 9 / 4})", await Sample.RunAsync(20, 2, _ => api.ListAsync()));
        Add("list a page of 500", await Sample.RunAsync(60, 4, _ => api.ListAsync("?limit=500")));
        await WatchAsync("alone", operations, 0);
        await WatchAsync("with 8 writers", operations, 8);
        await api.DeleteAllAsync();
    }

    private async Task WatchAsync(string circumstances, int agents, int writers)
    {
        await using var probe = await WatchProbe.StartAsync(server.Http, api);
        using var stop = new CancellationTokenSource();
        var noise = Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await api.PatchStatusAsync(1_600_000 + w, i);
            }
        })).ToArray();
        var (fromSend, fromAnswer) = (new Sample(), new Sample());
        for (var i = 0; i < WatchedChanges; i++)
        {
            var number = 1_600_000 + writers + (i % (agents - writers));
            var (send, answer) = await probe.MeasureAsync(AgentApi.Name(number), () => api.PatchStatusAsync(number, 1000 + i));
            fromSend.Add(send);
            fromAnswer.Add(Math.Max(0, answer));
        }
        await stop.CancelAsync();
        await Task.WhenAll(noise);
        table.Add(server.Name, $"watch event after the write's answer, {circumstances}", double.NaN, fromAnswer.Percentile(0.5), fromAnswer.Percentile(0.99));
        table.Add(server.Name, $"watch event after the write was sent, {circumstances}", double.NaN, fromSend.Percentile(0.5), fromSend.Percentile(0.99));
    }

    private void Add(string what, Sample sample) => table.Add(server.Name, what, sample.Rate, sample.Percentile(0.5), sample.Percentile(0.99));
}
