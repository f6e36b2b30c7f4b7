using Legator.Backends.Queues;
using Legator.Core.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Backends.Tests.Queues;

public sealed class InMemoryRunQueueTests : RunQueueContract
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider time = new();
    private InMemoryRunQueue? queue;

    public override ValueTask DisposeAsync()
    {
        queue?.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask<IRunQueue> OpenAsync() =>
        ValueTask.FromResult<IRunQueue>(queue ??= new InMemoryRunQueue(time, new RunQueueOptions { IdleLimit = Limit }));

    private protected override Task LetClaimsExpireAsync()
    {
        time.Advance(Limit + TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    private protected override Task LetTheDelayPassAsync()
    {
        time.Advance(Delay);
        return Task.CompletedTask;
    }

    private protected override Task LetHalfTheLimitPassAsync()
    {
        time.Advance(Limit / 2);
        return Task.CompletedTask;
    }
}
