using System.Threading.Channels;
using Legator.Backends.Signals;
using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>The one writer of this process: takes all that waits into one transaction, so that many runs share one flush to disk.</summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int MaxGroup = 4096;

    private readonly Func<IReadOnlyList<AppendRequest>, Task> store;
    private readonly Signal signal;
    private readonly Channel<IReadOnlyList<AppendRequest>> requests = Channel.CreateBounded<IReadOnlyList<AppendRequest>>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task loop;

    /// <param name="store">Stores a group durably and marks the requests that conflict; a failure fails the whole group.</param>
    /// <param name="signal">Raised after each group.</param>
    public GroupWriter(Func<IReadOnlyList<AppendRequest>, Task> store, Signal signal)
    {
        this.store = store;
        this.signal = signal;
        loop = Task.Run(RunAsync);
    }

    public async Task<RunEvent> AppendAsync(AppendRequest request, CancellationToken cancellationToken) =>
        (await AppendAllAsync([request], cancellationToken))[0];

    /// <summary>Appends events that follow each other in one transaction.</summary>
    public async Task<IReadOnlyList<RunEvent>> AppendAllAsync(IReadOnlyList<AppendRequest> together, CancellationToken cancellationToken)
    {
        try
        {
            await requests.Writer.WriteAsync(together, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new JournalUnavailableException("The journal is closed: the process is stopping.", e);
        }

        return await Task.WhenAll(together.Select(request => request.Completion)).WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        requests.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var group = new List<AppendRequest>(MaxGroup);
        var places = new HashSet<(RunKey, long)>();
        while (await requests.Reader.WaitToReadAsync())
        {
            group.Clear();
            places.Clear();
            while (group.Count < MaxGroup && requests.Reader.TryRead(out var together))
            {
                Take(together, group, places);
            }

            await StoreAsync(group);
        }
    }

    private static void Take(IReadOnlyList<AppendRequest> together, List<AppendRequest> group, HashSet<(RunKey, long)> places)
    {
        foreach (var request in together)
        {
            if (places.Add((request.Event.Run, request.Event.Sequence)))
            {
                group.Add(request);
            }
            else
            {
                // Two holders of a run in one process want the same place: whether the first gets it or fails, the second has lost.
                request.Conflict();
            }
        }
    }

    private async Task StoreAsync(List<AppendRequest> group)
    {
        try
        {
            await store(group);
        }
        catch (Exception e)
        {
            var failure = e as JournalUnavailableException ?? new JournalUnavailableException($"The journal cannot be written: {e.Message}", e);
            group.ForEach(request => request.Fail(failure));
            return;
        }

        group.ForEach(request => request.Commit());
        signal.Raise();
    }
}
