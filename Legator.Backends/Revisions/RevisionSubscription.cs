using System.Threading.Channels;

namespace Legator.Backends.Revisions;

/// <summary>Committed changes in order, from a revision onwards. Dispose to stop.</summary>
public sealed class RevisionSubscription : IDisposable
{
    private readonly Channel<RevisionEvent?> _channel = Channel.CreateUnbounded<RevisionEvent?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Action<RevisionSubscription> _onDispose;
    private readonly int _maxBacklog;
    private int _pending;

    internal RevisionSubscription(string? collection, string prefix, int maxBacklog, Action<RevisionSubscription> onDispose)
    {
        Collection = collection;
        Prefix = prefix;
        _maxBacklog = maxBacklog;
        _onDispose = onDispose;
    }

    internal string? Collection { get; }

    internal string Prefix { get; }

    /// <summary>Changes between the wanted revision and the moment of subscribing; to be delivered first.</summary>
    public IReadOnlyList<RevisionEvent> Missed { get; set; } = [];

    /// <summary>Waits for a change; false when the store is closing or this subscriber fell too far behind.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _channel.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes what is there; null stands for a <see cref="Nudge"/>.</summary>
    public bool TryTake(out RevisionEvent? change)
    {
        if (!_channel.Reader.TryRead(out change))
        {
            return false;
        }

        if (change is not null)
        {
            Interlocked.Decrement(ref _pending);
        }

        return true;
    }

    /// <summary>Wakes the one who waits without a change.</summary>
    public void Nudge() => _channel.Writer.TryWrite(null);

    /// <summary>The store is closing: there is nothing more to follow.</summary>
    public bool IsClosing { get; internal set; }

    public void Dispose() => _onDispose(this);

    internal void Offer(RevisionEvent change)
    {
        if (Interlocked.Increment(ref _pending) > _maxBacklog)
        {
            End();
            return;
        }

        _channel.Writer.TryWrite(change);
    }

    internal void End() => _channel.Writer.TryComplete();

    internal bool Wants(RevisionEvent change) =>
        (Collection is null || Collection == change.Collection) && change.Record.Name.StartsWith(Prefix, StringComparison.Ordinal);
}
