namespace Legator.Backends.Journals;

/// <summary>Wakes all who wait for new events. A wait that begins before the look for events misses none.</summary>
internal sealed class JournalSignal
{
    private volatile TaskCompletionSource next = New();

    /// <summary>Completes with the next <see cref="Raise"/>; take it before looking.</summary>
    public Task Next => next.Task;

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
