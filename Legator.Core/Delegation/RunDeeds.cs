using Legator.Core.Actions;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Delegation;

/// <summary>What a run's journal shows of its dealings with other agents. Objects can be forged by whoever may write them; the journal cannot.</summary>
public sealed class RunDeeds
{
    private readonly Dictionary<int, ActionJudged> _judged = [];
    private readonly List<RunDeed> _intended = [];
    private readonly List<TaskAnswer> _answers = [];
    private bool _tainted;

    /// <summary>What the run said of its task, in order.</summary>
    public IReadOnlyList<TaskAnswer> Answers => _answers;

    /// <summary>True when the run has read text from outside.</summary>
    public bool IsTainted => _tainted;

    /// <summary>Reads a journal.</summary>
    /// <param name="events">All events of one run, in order.</param>
    public static RunDeeds Of(IEnumerable<RunEvent> events)
    {
        var deeds = new RunDeeds();
        foreach (var next in events)
        {
            deeds.Fold(next);
        }

        return deeds;
    }

    /// <summary>Whether the run asked for an object.</summary>
    /// <param name="tool">The tool that makes it.</param>
    /// <param name="isIt">True for the digest of the call that made it.</param>
    /// <returns>Null when it did not.</returns>
    public RunDeed? Find(string tool, Func<ActionDigest, bool> isIt) => _intended.Find(deed => deed.Tool == tool && isIt(deed.Digest));

    /// <summary>Whether a task may still get this answer: taken on once, answered once.</summary>
    /// <returns>Null when it may; else why not.</returns>
    public string? Refusal(AgentTaskState answer) => _answers.LastOrDefault() switch
    {
        null => null,
        { State: AgentTaskState.Accepted } when answer != AgentTaskState.Accepted => null,
        { State: AgentTaskState.Accepted } => "The task was accepted already.",
        var last => $"The task was answered already: {(last.State == AgentTaskState.Completed ? "completed" : "failed")}.",
    };

    private void Fold(RunEvent next)
    {
        switch (next.Data)
        {
            case PromptAssembled prompt:
                _tainted |= OutsideText.IsIn(prompt.System) || OutsideText.IsIn(prompt.User);
                break;
            case ActionJudged judged:
                _judged[judged.Seq] = judged;
                break;
            case ActionIntended intended when _judged.TryGetValue(intended.Seq, out var judged):
                _intended.Add(Deed(judged));
                break;
            case ActionCompleted completed when _judged.TryGetValue(completed.Seq, out var judged):
                Complete(judged, completed, next.Time);
                break;
        }
    }

    private void Complete(ActionJudged judged, ActionCompleted completed, DateTimeOffset time)
    {
        // Whatever a tool answered came from outside the model.
        _tainted = true;
        AgentTaskState? state = judged.Tool switch
        {
            "a2a.accept" => AgentTaskState.Accepted,
            "a2a.complete" => AgentTaskState.Completed,
            "a2a.fail" => AgentTaskState.Failed,
            _ => null,
        };
        var deed = Deed(judged);
        if (completed.Succeeded && state is { } known && deed.Text("id") is { } task)
        {
            _answers.Add(new TaskAnswer(task, known, deed.Text(known == AgentTaskState.Completed ? "result" : "reason"), time));
        }
    }

    private RunDeed Deed(ActionJudged judged) => new(judged.Tool, judged.Digest, judged.Arguments, _tainted);
}
