using Legator.Backends.Signals;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Legator.Backends.Journals;

/// <summary>Hears of other processes' events. Where the connection breaks the tails poll on, and it listens again.</summary>
internal sealed partial class PostgresListener : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource source;
    private readonly Signal signal;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly CancellationTokenSource end = new();
    private readonly Lazy<Task> loop;

    public PostgresListener(NpgsqlDataSource source, Signal signal, TimeProvider time, ILogger logger)
    {
        this.source = source;
        this.signal = signal;
        this.time = time;
        this.logger = logger;
        loop = new Lazy<Task>(() => Task.Run(RunAsync));
    }

    /// <summary>Begins to listen; the first call only.</summary>
    public void Start() => _ = loop.Value;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        if (loop.IsValueCreated)
        {
            await loop.Value;
        }

        end.Dispose();
    }

    private async Task RunAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await ListenAsync();
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.Broken(logger, e.Message);
                await Task.Delay(Pause, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync()
    {
        await using var connection = await source.OpenConnectionAsync(end.Token);
        connection.Notification += (_, _) => signal.Raise();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresAppend.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(end.Token);
        }

        signal.Raise();
        while (true)
        {
            await connection.WaitAsync(end.Token);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3301, LogLevel.Warning, "The journal's notifications are interrupted, new events are polled for: {Problem}")]
        public static partial void Broken(ILogger logger, string problem);
    }
}
