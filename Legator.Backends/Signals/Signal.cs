namespace Legator.Backends.Signals;

/// <summary>Wakes all who wait for something new. A wait that begins before the look misses nothing.</summary>
internal sealed class Signal
{
    private volatile TaskCompletionSource next = New();

    /// <summary>Completes with the next <see cref="Raise"/>; take it before looking.</summary>
    public Task Next => next.Task;

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
