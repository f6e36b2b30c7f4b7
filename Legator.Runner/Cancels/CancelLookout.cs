using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Cancels;

/// <summary>Looks out for one run, as long as a session works on it.</summary>
internal sealed class CancelLookout : ICancelLookout
{
    private readonly CancellationTokenSource _wanted = new();
    private readonly IDisposable _watch;
    private RunCancelled? _order;

    public CancelLookout(Informer<CancelledRun> marked, LegatorRun ordered)
    {
        var key = ObjectKey.Of(ordered.Metadata);
        Take(CancelOrder.Of(ordered.Metadata));
        Take(marked.TryGet(key.Namespace, key.Name) is { } known ? CancelOrder.Of(known.Metadata) : null);
        _watch = marked.Subscribe(change =>
        {
            if (change.Key == key && change.New is { } run)
            {
                Take(CancelOrder.Of(run.Metadata));
            }
        });
    }

    public RunCancelled? Order => Volatile.Read(ref _order);

    public CancellationToken Wanted => _wanted.Token;

    public void Dispose()
    {
        _watch.Dispose();
        _wanted.Dispose();
    }

    /// <summary>What was wanted once is not taken back.</summary>
    private void Take(RunCancelled? order)
    {
        if (order is not null && Interlocked.CompareExchange(ref _order, order, null) is null)
        {
            // What it interrupts must not run on the informer's thread.
            _ = _wanted.CancelAsync();
        }
    }
}
