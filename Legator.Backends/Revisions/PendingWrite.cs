namespace Legator.Backends.Revisions;

/// <summary>A write that waits for its turn and its commit.</summary>
internal sealed class PendingWrite(RevisionWrite write)
{
    private readonly TaskCompletionSource<RevisionWriteResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RevisionWrite Write { get; } = write;

    public RevisionWriteResult Result { get; set; }

    public Task<RevisionWriteResult> Task => _done.Task;

    public void Complete() => _done.TrySetResult(Result);

    public void Fail(Exception error) => _done.TrySetException(error);
}
