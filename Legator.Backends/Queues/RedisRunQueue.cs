using System.Globalization;
using Legator.Backends.Signals;
using Legator.Core.Runs;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Legator.Backends.Queues;

/// <summary>The queue in Redis: a stream for each priority and namespace, one consumer group. Redis may lose all of it: the Operator offers again what is not finished, and claims enter themselves anew.</summary>
internal sealed partial class RedisRunQueue : IRunQueue, IAsyncDisposable
{
    private readonly RunQueueOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<RedisRunQueue> logger;
    private readonly string consumer;
    private readonly Signal news = new();
    private readonly Lazy<Task<IConnectionMultiplexer>> connection;
    private readonly ITimer sweep;
    private long tokens;

    /// <param name="options">Where Redis is.</param>
    /// <param name="consumer">Names this process among all that take runs, over restarts too.</param>
    /// <param name="time">Clock of the polls.</param>
    /// <param name="logger">Log.</param>
    public RedisRunQueue(RunQueueOptions options, string consumer, TimeProvider time, ILogger<RedisRunQueue> logger)
    {
        this.options = options;
        this.consumer = consumer;
        this.time = time;
        this.logger = logger;
        connection = new Lazy<Task<IConnectionMultiplexer>>(ConnectAsync);
        sweep = time.CreateTimer(_ => _ = SweepAsync(), null, options.IdleLimit / 4, options.IdleLimit / 4);
    }

    public Task EnqueueAsync(RunQueueEntry entry, CancellationToken cancellationToken) =>
        RunAsync(RedisQueueScripts.Enqueue, entry.Run.ToString(), entry.Run.Namespace, (int)entry.Priority, entry.TraceParent ?? "").WaitAsync(cancellationToken);

    public async Task<IRunClaim> DequeueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = news.Next;
            var token = string.Create(CultureInfo.InvariantCulture, $"{consumer}/{Interlocked.Increment(ref tokens)}");
            // Not given up half-way: the server may have handed an entry out by then.
            var answer = await RunAsync(RedisQueueScripts.Dequeue, consumer, token);
            if (!answer.IsNull)
            {
                return new Claim(this, token, (RedisResult[])answer!);
            }

            await Task.WhenAny(next, Task.Delay(options.PollInterval, time, cancellationToken));
        }
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        (long)await RunAsync(RedisQueueScripts.Count).WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await sweep.DisposeAsync();
        if (connection.IsValueCreated)
        {
            await (await connection.Value).DisposeAsync();
        }
    }

    private async Task<IConnectionMultiplexer> ConnectAsync()
    {
        var configuration = ConfigurationOptions.Parse(options.ConnectionString);
        configuration.AbortOnConnectFail = false;
        configuration.ClientName ??= "legator";
        var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        // Not waited for: where no server is there yet, the subscription is made when one comes, and polling does until then.
        await redis.GetSubscriber().SubscribeAsync(RedisChannel.Literal(options.Prefix + "news"), (_, _) => news.Raise(), CommandFlags.FireAndForget);
        return redis;
    }

    private async Task<RedisResult> RunAsync(string script, params RedisValue[] arguments)
    {
        var redis = await connection.Value;
        return await redis.GetDatabase().ScriptEvaluateAsync(script, [options.Prefix], arguments);
    }

    private async Task SweepAsync()
    {
        try
        {
            var returned = (long)await RunAsync(RedisQueueScripts.Sweep, (long)options.IdleLimit.TotalMilliseconds);
            if (returned > 0)
            {
                Log.Returned(logger, returned);
            }
        }
        catch (Exception e) when (e is RedisException or RedisTimeoutException or ObjectDisposedException)
        {
            Log.SweepFailed(logger, e.Message);
        }
    }

    private sealed class Claim(RedisRunQueue queue, string token, RedisResult[] answer) : IRunClaim
    {
        private readonly string stream = (string)answer[3]!;
        private readonly string id = (string)answer[4]!;

        public RunQueueEntry Entry { get; } = new(
            RunKey.Parse((string)answer[0]!),
            (RunPriority)(int)answer[1],
            (string?)answer[2] is { Length: > 0 } trace ? trace : null);

        private string Run => Entry.Run.ToString();

        public async Task RenewAsync(CancellationToken cancellationToken)
        {
            var held = (int)await queue.RunAsync(
                RedisQueueScripts.Renew, Run, (int)Entry.Priority, Entry.TraceParent ?? "", token, queue.consumer, stream, id).WaitAsync(cancellationToken);
            if (held == 0)
            {
                throw new ClaimLostException(Entry.Run);
            }
        }

        public Task CompleteAsync(CancellationToken cancellationToken) =>
            queue.RunAsync(RedisQueueScripts.Complete, Run, stream, id, token).WaitAsync(cancellationToken);

        public Task ReleaseAsync(CancellationToken cancellationToken) =>
            queue.RunAsync(RedisQueueScripts.Release, Run, token).WaitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(3401, LogLevel.Warning, "{Count} runs whose runners gave no sign of life are offered again")]
        public static partial void Returned(ILogger logger, long count);

        [LoggerMessage(3402, LogLevel.Warning, "The run queue could not be looked through for idle claims: {Problem}")]
        public static partial void SweepFailed(ILogger logger, string problem);
    }
}
