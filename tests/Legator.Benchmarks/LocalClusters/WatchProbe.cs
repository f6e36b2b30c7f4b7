using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>A watch that notes when it hears of each agent's change.</summary>
internal sealed class WatchProbe : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> waiting = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task reading;

    private WatchProbe(HttpResponseMessage answer) => reading = ReadAsync(answer);

    public static async Task<WatchProbe> StartAsync(HttpClient http, AgentApi api)
    {
        var version = await api.ResourceVersionAsync();
        return new WatchProbe(await http.GetAsync($"{api.Collection}?watch=true&resourceVersion={version}", HttpCompletionOption.ResponseHeadersRead));
    }

    /// <summary>Milliseconds from sending a write to hearing of it, and from its answer to hearing of it (below zero: heard before the answer).</summary>
    public async Task<(double FromSend, double FromAnswer)> MeasureAsync(string name, Func<Task> write)
    {
        var heard = waiting[name] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = Stopwatch.GetTimestamp();
        await write();
        var answered = Stopwatch.GetTimestamp();
        var at = await heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return (Stopwatch.GetElapsedTime(sent, at).TotalMilliseconds, (at - answered) * 1000.0 / Stopwatch.Frequency);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        stop.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        try
        {
            using (answer)
            {
                using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    var at = Stopwatch.GetTimestamp();
                    using var frame = JsonDocument.Parse(line);
                    var name = frame.RootElement.GetProperty("object").GetProperty("metadata").TryGetProperty("name", out var found) ? found.GetString() : null;
                    if (name is not null && waiting.TryRemove(name, out var heard))
                    {
                        heard.TrySetResult(at);
                    }
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or HttpRequestException)
        {
            // The watch was closed.
        }
    }
}
