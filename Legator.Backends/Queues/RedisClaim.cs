using Legator.Core.Runs;

namespace Legator.Backends.Queues;

/// <summary>A hold on an entry of the queue in Redis.</summary>
/// <param name="queue">Whose.</param>
/// <param name="token">Tells this claim from all others.</param>
/// <param name="entry">What was claimed.</param>
/// <param name="stream">Stream of the entry.</param>
/// <param name="id">Its id there.</param>
internal sealed class RedisClaim(RedisRunQueue queue, string token, RunQueueEntry entry, string stream, string id) : IRunClaim
{
    public RunQueueEntry Entry { get; } = entry;

    public required int Losses { get; init; }

    public required TimeSpan Waited { get; init; }

    /// <summary>The run, as scripts name it.</summary>
    public string Run { get; } = entry.Run.ToString();

    public string Token { get; } = token;

    public string Stream { get; } = stream;

    public string Id { get; } = id;

    private string Trace => Entry.TraceParent ?? "";

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var held = (int)await queue.RunAsync(
            RedisQueueScripts.Renew, Run, (int)Entry.Priority, Trace, Token, queue.Consumer, Stream, Id, Losses).WaitAsync(cancellationToken);
        if (held == 0)
        {
            throw new ClaimLostException(Entry.Run);
        }
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => queue.CompleteAsync(this).WaitAsync(cancellationToken);

    public Task ReleaseAsync(CancellationToken cancellationToken) => ReleaseAsync(TimeSpan.Zero, cancellationToken);

    public Task ReleaseAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        queue.RunAsync(RedisQueueScripts.Release, Run, Token, (int)Entry.Priority, Trace, (long)delay.TotalMilliseconds).WaitAsync(cancellationToken);

    public Task BuryAsync(string reason, CancellationToken cancellationToken) =>
        queue.RunAsync(RedisQueueScripts.Bury, Run, Token, reason).WaitAsync(cancellationToken);
}
