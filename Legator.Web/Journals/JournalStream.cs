using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;

namespace Legator.Web.Journals;

/// <summary>Writes journal events as server-sent events: the id is the sequence, so that a browser resumes where it broke off.</summary>
internal static class JournalStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static async Task WriteAsync(HttpResponse response, IAsyncEnumerable<RunEvent> events, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        using var writing = new SemaphoreSlim(1, 1);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await WriteAsync(response, "retry: 1000\n\n", writing, cancellationToken);
            var pulse = PulseAsync(response, writing, ended.Token);
            await foreach (var entry in events.WithCancellation(cancellationToken))
            {
                var data = JsonSerializer.Serialize(entry, LegatorJson.Options);
                await WriteAsync(response, FormattableString.Invariant($"id: {entry.Sequence}\nevent: run-event\ndata: {data}\n\n"), writing, cancellationToken);
            }

            await WriteAsync(response, "event: end\ndata: {}\n\n", writing, cancellationToken);
            await ended.CancelAsync();
            await pulse;
        }
        catch (OperationCanceledException)
        {
            // The reader left or the server stops; a reader that still listens comes back with Last-Event-ID.
            await ended.CancelAsync();
        }
    }

    /// <summary>Comments in quiet times, so that proxies keep the connection and a dead reader is noticed.</summary>
    private static async Task PulseAsync(HttpResponse response, SemaphoreSlim writing, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(KeepAlive);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await WriteAsync(response, ": still here\n\n", writing, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The stream ended.
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, SemaphoreSlim writing, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await response.WriteAsync(text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }
}
