using System.Globalization;
using Legator.Backends.Signals;
using Legator.Core.Runs;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Legator.Backends.Queues;

/// <summary>The queue in Redis: a stream for each priority and namespace, one consumer group. Redis may lose all of it: the Operator offers again what is not finished, and claims enter themselves anew.</summary>
internal sealed partial class RedisRunQueue : IRunQueue, IAsyncDisposable
{
    private const int FieldsOfClaim = 7;
    private const int LargestBatch = 256;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly RunQueueOptions options;
    private readonly ILogger<RedisRunQueue> logger;
    private readonly Signal news = new();
    private readonly Lazy<Task<IConnectionMultiplexer>> connection;
    private readonly BatchSender<(RunQueueEntry Entry, TimeSpan Delay)> offers;
    private readonly BatchSender<RedisClaim> completions;
    private readonly RedisTakers takers;
    private readonly ITimer sweep;
    private readonly TimeProvider time;
    private long tokens;

    /// <param name="options">Where Redis is.</param>
    /// <param name="consumer">Names this process among all that take runs, over restarts too.</param>
    /// <param name="time">Clock of the polls.</param>
    /// <param name="logger">Log.</param>
    public RedisRunQueue(RunQueueOptions options, string consumer, TimeProvider time, ILogger<RedisRunQueue> logger)
    {
        this.options = options;
        this.logger = logger;
        this.time = time;
        Consumer = consumer;
        connection = new Lazy<Task<IConnectionMultiplexer>>(ConnectAsync);
        offers = new(OfferAllAsync, LargestBatch);
        completions = new(CompleteAllAsync, LargestBatch);
        takers = new(TakeAllAsync, news, options.PollInterval, time);
        sweep = time.CreateTimer(_ => _ = SweepAsync(), null, options.IdleLimit / 4, options.IdleLimit / 4);
    }

    /// <summary>This process, as the consumer group knows it.</summary>
    public string Consumer { get; }

    public Task EnqueueAsync(RunQueueEntry entry, CancellationToken cancellationToken) => EnqueueAsync(entry, TimeSpan.Zero, cancellationToken);

    public Task EnqueueAsync(RunQueueEntry entry, TimeSpan delay, CancellationToken cancellationToken) => offers.SendAsync((entry, delay)).WaitAsync(cancellationToken);

    public Task<IRunClaim> DequeueAsync(CancellationToken cancellationToken) => takers.TakeAsync(cancellationToken);

    public async Task<long> CountAsync(CancellationToken cancellationToken) => (await ReportAsync(cancellationToken)).Waiting;

    public async Task<RunQueueReport> ReportAsync(CancellationToken cancellationToken)
    {
        var counts = (long[])(await RunAsync(RedisQueueScripts.Report).WaitAsync(cancellationToken))!;
        return new RunQueueReport(counts[0], counts[1], counts[2], counts[3], TimeSpan.FromMilliseconds(counts[4]));
    }

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int most, CancellationToken cancellationToken)
    {
        var redis = await connection.Value;
        var entries = await redis.GetDatabase().StreamRangeAsync(options.Prefix + "dead", count: most, messageOrder: Order.Descending).WaitAsync(cancellationToken);
        return [.. entries.Select(entry => new DeadLetter((string?)entry["run"] ?? "", (string?)entry["reason"] ?? "", Time(entry.Id!)) { Id = entry.Id! })];
    }

    public async Task<bool> DropDeadLetterAsync(string id, CancellationToken cancellationToken)
    {
        var redis = await connection.Value;
        return IsId(id) && await redis.GetDatabase().StreamDeleteAsync(options.Prefix + "dead", [id]).WaitAsync(cancellationToken) > 0;
    }

    public async ValueTask DisposeAsync()
    {
        await sweep.DisposeAsync();
        if (connection.IsValueCreated)
        {
            // What the server hands out at this moment must not wait for the idle limit.
            await Task.WhenAny(takers.Ended, Task.Delay(Farewell, time));
            await (await connection.Value).DisposeAsync();
        }
    }

    /// <summary>Runs a script on the server.</summary>
    internal async Task<RedisResult> RunAsync(string script, params RedisValue[] arguments)
    {
        var redis = await connection.Value;
        return await redis.GetDatabase().ScriptEvaluateAsync(script, [options.Prefix], arguments);
    }

    /// <summary>Ends a claim, together with others that end at the same time.</summary>
    internal Task CompleteAsync(RedisClaim claim) => completions.SendAsync(claim);

    private static bool IsId(string text) => text.Split('-') is [var time, var count] && ulong.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out _) && ulong.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static DateTimeOffset Time(string id) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(id.AsSpan(0, id.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture));

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

    private Task OfferAllAsync(IReadOnlyList<(RunQueueEntry Entry, TimeSpan Delay)> batch)
    {
        var arguments = new RedisValue[batch.Count * 4];
        for (var i = 0; i < batch.Count; i++)
        {
            var (entry, delay) = batch[i];
            arguments[i * 4] = entry.Run.ToString();
            arguments[(i * 4) + 1] = (int)entry.Priority;
            arguments[(i * 4) + 2] = entry.TraceParent ?? "";
            arguments[(i * 4) + 3] = Math.Max(0, (long)delay.TotalMilliseconds);
        }

        return RunAsync(RedisQueueScripts.Enqueue, arguments);
    }

    private Task CompleteAllAsync(IReadOnlyList<RedisClaim> batch)
    {
        var arguments = new RedisValue[batch.Count * 4];
        for (var i = 0; i < batch.Count; i++)
        {
            arguments[i * 4] = batch[i].Run;
            arguments[(i * 4) + 1] = batch[i].Stream;
            arguments[(i * 4) + 2] = batch[i].Id;
            arguments[(i * 4) + 3] = batch[i].Token;
        }

        return RunAsync(RedisQueueScripts.Complete, arguments);
    }

    private async Task<(IReadOnlyList<RedisClaim> Claims, TimeSpan? Next)> TakeAllAsync(int most)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"{Consumer}/{Interlocked.Increment(ref tokens)}");
        var answer = (RedisResult[])(await RunAsync(RedisQueueScripts.Dequeue, Consumer, token, most))!;
        var claims = new RedisClaim[answer.Length / FieldsOfClaim];
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = Claim(string.Create(CultureInfo.InvariantCulture, $"{token}.{i + 1}"), answer.AsSpan(1 + (i * FieldsOfClaim), FieldsOfClaim));
        }

        return (claims, (long)answer[0] is >= 0 and var next ? TimeSpan.FromMilliseconds(next) : null);
    }

    private RedisClaim Claim(string token, ReadOnlySpan<RedisResult> fields)
    {
        var entry = new RunQueueEntry(
            RunKey.Parse((string)fields[0]!),
            (RunPriority)(int)fields[1],
            (string?)fields[2] is { Length: > 0 } trace ? trace : null);
        return new RedisClaim(this, token, entry, (string)fields[3]!, (string)fields[4]!) { Losses = (int)fields[5], Waited = TimeSpan.FromMilliseconds((long)fields[6]) };
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

    private static partial class Log
    {
        [LoggerMessage(3401, LogLevel.Warning, "{Count} runs whose runners gave no sign of life are offered again")]
        public static partial void Returned(ILogger logger, long count);

        [LoggerMessage(3402, LogLevel.Warning, "The run queue could not be looked through for idle claims: {Problem}")]
        public static partial void SweepFailed(ILogger logger, string problem);
    }
}
