using Legator.Backends.Queues;
using Legator.Backends.Tests.Servers;
using Legator.Core.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Legator.Backends.Tests.Queues;

public sealed class RedisRunQueueTests(RedisServer server) : RunQueueContract
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static int prefixes;

    private readonly string prefix = $"{{t{Interlocked.Increment(ref prefixes)}}}:";
    private readonly List<RedisRunQueue> opened = [];

    public override async ValueTask DisposeAsync()
    {
        foreach (var queue in opened)
        {
            await queue.DisposeAsync();
        }
    }

    [Fact]
    public async Task Flush_ClaimsAndEntries_ClaimsGoOnAndTheRestIsOfferedAgain()
    {
        await EnqueueAsync("agents", "held");
        await EnqueueAsync("agents", "waiting");
        var held = await NextAsync();

        await server.FlushAsync();
        await held.RenewAsync(Stop);
        await EnqueueAsync("agents", "held");
        await EnqueueAsync("agents", "waiting");

        (await NextAsync()).Entry.Run.Name.ShouldBe("waiting");
        await ShouldBeEmptyAsync();
        await held.CompleteAsync(Stop);
        (await Queue.CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Flush_RunnerDiesAfterRenewing_ItsRunIsOfferedAgain()
    {
        await EnqueueAsync("agents", "held");
        var held = await NextAsync();
        await server.FlushAsync();
        await held.RenewAsync(Stop);

        await LetClaimsExpireAsync();

        (await NextAsync(await OpenAsync())).Entry.ShouldBe(held.Entry);
    }

    [Fact]
    public async Task Restart_ServerComesBackEmpty_QueueGoesOn()
    {
        await EnqueueAsync("agents", "before");
        await server.RestartEmptyAsync();

        await Eventually.IsTrueAsync("an entry is taken again", async () =>
        {
            try
            {
                await EnqueueAsync("agents", "after");
                return (await NextAsync()).Entry.Run.Name == "after";
            }
            catch (StackExchange.Redis.RedisException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Server_ThatComesAfterTheQueue_IsUsedThen()
    {
        await using var late = new RedisServer();
        var queue = Open(late);
        await Should.ThrowAsync<StackExchange.Redis.RedisException>(() => queue.CountAsync(Stop));

        await late.StartAsync();

        await Eventually.IsTrueAsync("the queue answers", async () =>
        {
            try
            {
                return await queue.CountAsync(Stop) == 0;
            }
            catch (StackExchange.Redis.RedisException)
            {
                return false;
            }
        });
        await queue.EnqueueAsync(new RunQueueEntry(new RunKey("agents", "late"), RunPriority.Scheduled), Stop);
        (await NextAsync(queue)).Entry.Run.Name.ShouldBe("late");
    }

    [Fact]
    public async Task Entry_ThatNobodyCanRead_GoesToTheDeadLettersAndHoldsUpNothing()
    {
        await EnqueueAsync("agents", "good");
        await using (var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.Connection))
        {
            await redis.GetDatabase().StreamAddAsync(prefix + "s:0:agents", "what", "is this");
            await redis.GetDatabase().StreamAddAsync(prefix + "s:0:agents", "run", "no-namespace");
        }

        await EnqueueAsync("agents", "better");

        (await NextAsync()).Entry.Run.Name.ShouldBe("good");
        (await NextAsync()).Entry.Run.Name.ShouldBe("better");
        (await Queue.DeadLettersAsync(10, Stop)).Select(letter => letter.Run).ShouldBe(["no-namespace", ""]);
    }

    [Fact]
    public async Task Namespace_WhoseRunsAreDone_LeavesNoStreamBehind()
    {
        await EnqueueAsync("agents", "a");
        await (await NextAsync()).CompleteAsync(Stop);

        await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.Connection);
        await Eventually.IsTrueAsync("the stream is gone", async () => !await redis.GetDatabase().KeyExistsAsync(prefix + "s:0:agents"));
        await EnqueueAsync("agents", "b");
        (await NextAsync()).Entry.Run.Name.ShouldBe("b");
    }

    [Fact]
    public async Task Dispose_WhileTheServerHandsOutAnEntry_LeavesItToOthersAtOnce()
    {
        var leaving = (RedisRunQueue)await OpenAsync();
        await leaving.CountAsync(Stop);
        await EnqueueAsync("agents", "a");
        await using (var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.Connection + ",allowAdmin=true"))
        {
            await redis.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "700", "ALL");
        }

        using var stopping = new CancellationTokenSource();
        var given = leaving.DequeueAsync(stopping.Token);
        await stopping.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => given);
        await leaving.DisposeAsync();

        (await NextAsync()).Losses.ShouldBe(0);
    }

    private protected override async ValueTask<IRunQueue> OpenAsync()
    {
        await server.StartAsync();
        return Open(server);
    }

    private RedisRunQueue Open(RedisServer redis)
    {
        var queue = new RedisRunQueue(
            new RunQueueOptions { ConnectionString = redis.Connection, Prefix = prefix, IdleLimit = Limit, PollInterval = TimeSpan.FromMilliseconds(100) },
            $"consumer-{opened.Count}",
            TimeProvider.System,
            NullLogger<RedisRunQueue>.Instance);
        opened.Add(queue);
        return queue;
    }

    private protected override async Task LetClaimsExpireAsync()
    {
        await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.Connection);
        var database = redis.GetDatabase();
        foreach (var stream in await database.SetMembersAsync(prefix + "streams"))
        {
            foreach (var claim in await database.StreamPendingMessagesAsync((string)stream!, "runners", 100, StackExchange.Redis.RedisValue.Null))
            {
                await database.ExecuteAsync("XCLAIM", (string)stream!, "runners", claim.ConsumerName, 0, claim.MessageId, "IDLE", (long)Limit.TotalMilliseconds * 10, "JUSTID");
            }
        }

        await Eventually.IsTrueAsync("an idle claim is offered again", async () => await Queue.CountAsync(Stop) > 0);
    }

    private protected override Task LetTheDelayPassAsync()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return Eventually.IsTrueAsync("the delay has passed", () => watch.Elapsed > Delay);
    }

    private protected override Task LetHalfTheLimitPassAsync()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return Eventually.IsTrueAsync("half the limit has passed", () => watch.Elapsed > Limit / 2);
    }
}
