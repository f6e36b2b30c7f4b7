using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Sessions.Reads;

/// <summary>Executes reads at the same time. What each answered is recorded in the order of the calls, whichever is the first to end, so that a resumed run and a replay find what they know.</summary>
internal sealed class SideBySide(ToolGate gate, RunScope scope, SessionJournal journal, TimeProvider time)
{
    /// <summary>So many at a time.</summary>
    public const int Most = 4;

    /// <summary>The intents are durable before the first read begins.</summary>
    /// <param name="reads">What the gate lets through.</param>
    /// <param name="reconcile">Finds out what became of a call whose tool broke down.</param>
    /// <param name="stop">How the process stops.</param>
    public async Task ExecuteAsync(IReadOnlyList<AllowedRead> reads, Func<SessionCall, Task> reconcile, SessionStop stop)
    {
        await journal.AppendAllAsync([.. reads.Select(read => (Core.Runs.RunEventData)new ActionIntended(read.Call.Seq, read.Permit.Digest))]);
        var running = reads.Select(read => ExecuteAsync(read, stop)).ToList();
        try
        {
            for (var place = 0; place < running.Count; place++)
            {
                if (await running[place] is { } completed)
                {
                    await journal.AppendAsync(completed);
                }
                else
                {
                    await reconcile(reads[place].Call);
                }
            }
        }
        finally
        {
            // What they use ends with the session, so nothing may be left of them.
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Null where the tool broke down.</returns>
    private async Task<ActionCompleted?> ExecuteAsync(AllowedRead read, SessionStop stop)
    {
        var started = time.GetTimestamp();
        try
        {
            var result = await gate.ExecuteAsync(read.Permit, scope, stop.Abandon);
            return new ActionCompleted(read.Call.Seq, result.Succeeded, result.Text, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.Abandon.IsCancellationRequested)
        {
            return null;
        }
    }
}
