using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Operator.Tests.Clusters;

/// <summary>Stands in for the Runner at its two doors: it claims from the queue and appends to the journal, and does nothing in between.</summary>
internal sealed class PlayedRunner : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    /// <param name="queue">The queue.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="phase">How runs end.</param>
    /// <param name="acts">What runs do besides; null for nothing.</param>
    public PlayedRunner(IRunQueue queue, IRunJournal journal, string phase = "Succeeded", Func<RunKey, IEnumerable<RunEventData>>? acts = null) => work = WorkAsync(queue, journal, phase, acts);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }

    /// <summary>Plays one run from where its journal ends to its end.</summary>
    public static async Task PlayAsync(IRunJournal journal, RunKey run, string phase, IEnumerable<RunEventData>? acts = null)
    {
        var head = await journal.HeadAsync(run, default);
        if (head.Sequence > 0)
        {
            return;
        }

        foreach (var data in (IEnumerable<RunEventData>)
        [
            new RunStarted("played", null, "scripted/rehearsal"),
            .. acts ?? [],
            new ReportWritten("All is well.", []),
            new RunFinished(phase, "Done", "The run is over."),
        ])
        {
            head = JournalHead.After(await journal.AppendAsync(run, head, data, default));
        }
    }

    private async Task WorkAsync(IRunQueue queue, IRunJournal journal, string phase, Func<RunKey, IEnumerable<RunEventData>>? acts)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var claim = await queue.DequeueAsync(stop.Token);
                await PlayAsync(journal, claim.Entry.Run, phase, acts?.Invoke(claim.Entry.Run));
                await claim.CompleteAsync(default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
