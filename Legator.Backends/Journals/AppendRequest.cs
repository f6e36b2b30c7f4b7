using System.Text.Json;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>An event that waits for the next group commit.</summary>
internal sealed class AppendRequest
{
    private readonly TaskCompletionSource<RunEvent> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AppendRequest(RunKey run, JournalHead head, DateTimeOffset time, RunEventData data)
    {
        Text = JsonSerializer.SerializeToUtf8Bytes(data, LegatorJson.Options);
        Event = RunEventChain.Link(run, head, time, data, Text);
        Head = head;
    }

    public RunEvent Event { get; }

    /// <summary>The event's data as it is stored.</summary>
    public byte[] Text { get; }

    /// <summary>The event as the storage takes it, where it is prepared by whoever appends and not by the one writer.</summary>
    public byte[] Row { get; set; } = [];

    public JournalHead Head { get; }

    public bool Conflicts { get; set; }

    /// <summary>Events of one run that follow each other, in order.</summary>
    public static IReadOnlyList<AppendRequest> Chain(RunKey run, JournalHead head, TimeProvider time, IReadOnlyList<RunEventData> data)
    {
        var requests = new List<AppendRequest>(data.Count);
        foreach (var next in data)
        {
            requests.Add(new AppendRequest(run, requests is [.., var last] ? JournalHead.After(last.Event) : head, RunEventRow.Now(time), next));
        }

        return requests;
    }

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
