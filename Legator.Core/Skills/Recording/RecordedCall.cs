using Legator.Core.Actions;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Skills.Recording;

/// <summary>A call of a run and what became of it.</summary>
/// <param name="Call">What the model asked for.</param>
internal sealed record RecordedCall(ToolCall Call)
{
    public ActionJudged? Judged { get; set; }

    /// <summary>A person was asked whether it may be made.</summary>
    public bool Asked { get; set; }

    public bool? Approved { get; set; }

    /// <summary>What the tool answered, and whether it failed; null where it was not called.</summary>
    public (string Text, bool Failed)? Answer { get; set; }

    /// <summary>The calls of a run turn by turn; those that no gate judged are left out.</summary>
    public static IReadOnlyList<(ModelReplied Reply, IReadOnlyList<RecordedCall> Calls)> Read(IReadOnlyList<RunEvent> events)
    {
        var turns = new List<(ModelReplied Reply, IReadOnlyList<RecordedCall> Calls)>();
        var calls = new List<RecordedCall>();
        foreach (var data in events.Select(e => e.Data))
        {
            if (data is ModelReplied reply)
            {
                var made = reply.ToolCalls.Select(call => new RecordedCall(call)).ToList();
                calls.AddRange(made);
                turns.Add((reply, made));
            }
            else
            {
                Take(data, seq => seq > 0 && seq <= calls.Count ? calls[seq - 1] : null);
            }
        }

        return [.. turns.Select(turn => (turn.Reply, (IReadOnlyList<RecordedCall>)[.. turn.Calls.Where(call => call.Judged is not null)]))];
    }

    private static void Take(RunEventData data, Func<int, RecordedCall?> find)
    {
        switch (data)
        {
            case ActionJudged judged when find(judged.Seq) is { } call:
                call.Judged = judged;
                break;
            case ApprovalRequested { Escalation: null } asked when find(asked.Seq) is { } call:
                call.Asked = true;
                break;
            case ApprovalDecided decided when find(decided.Seq) is { Asked: true } call:
                call.Approved = decided.Approved;
                break;
            case ActionCompleted completed when find(completed.Seq) is { } call:
                call.Answer = (completed.Result, !completed.Succeeded);
                break;
            case ActionInterrupted { Outcome: not InterruptedOutcome.NotExecuted } interrupted when find(interrupted.Seq) is { } call:
                call.Answer = (interrupted.Message, interrupted.Outcome == InterruptedOutcome.Unknown);
                break;
        }
    }
}
