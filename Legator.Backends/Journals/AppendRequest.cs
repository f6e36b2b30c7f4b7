using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>An event that waits for the next group commit.</summary>
internal sealed class AppendRequest(RunEvent value, JournalHead head)
{
    private readonly TaskCompletionSource<RunEvent> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RunEvent Event { get; } = value;

    public JournalHead Head { get; } = head;

    public bool Conflicts { get; set; }

    public Task<RunEvent> Completion => completion.Task;

    public void Conflict() => completion.TrySetException(new JournalConflictException(Event.Run, Head.Sequence));

    public void Commit()
    {
        if (Conflicts)
        {
            Conflict();
        }
        else
        {
            completion.TrySetResult(Event);
        }
    }

    public void Fail(Exception e) => completion.TrySetException(e);
}
