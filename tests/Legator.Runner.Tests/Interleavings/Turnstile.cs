namespace Legator.Runner.Tests.Interleavings;

/// <summary>Where one runner waits before everything that others could notice. It moves only when it is let on, and then up to the next place: so the order of all runners' steps is the test's.</summary>
internal sealed class Turnstile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<bool>? _waiting;

    /// <summary>What it is about to do; null when it does nothing.</summary>
    public string? Place { get; private set; }

    /// <summary>Called by the runner; answers whether what it is about to do works.</summary>
    public Task<bool> PassAsync(string place)
    {
        // The runner goes on within the call that lets it: no other thread has to be woken for it.
        var waiting = new TaskCompletionSource<bool>();
        (Place, _waiting) = (place, waiting);
        _arrived.TrySetResult();
        return waiting.Task;
    }

    /// <summary>Begins something, and waits until it stands before its first step or is over.</summary>
    public Task BeginAsync(Func<Task> work)
    {
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = EndAsync(work());
        return _arrived.Task.IsCompletedSuccessfully ? Task.CompletedTask : _arrived.Task.WaitAsync(Patience);
    }

    /// <summary>Lets the next step be done, or fail, and waits until the runner stands before the one after it, or is done.</summary>
    public Task LetOnAsync(bool works)
    {
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = _waiting!;
        (Place, _waiting) = (null, null);
        waiting.SetResult(works);
        return _arrived.Task.IsCompletedSuccessfully ? Task.CompletedTask : _arrived.Task.WaitAsync(Patience);
    }

    private async Task EndAsync(Task work)
    {
        try
        {
            await work;
            Place = null;
            _arrived.TrySetResult();
        }
        catch (Exception e)
        {
            _arrived.TrySetException(e);
        }
    }
}
