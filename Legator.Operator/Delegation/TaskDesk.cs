using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Operator.Delegation;

/// <summary>Brings a task forward: hands it over as a run of the receiver, takes the answer from that run's journal or report, and ends it when its time is over.</summary>
internal sealed class TaskDesk(
    Informer<LegatorAgent> agents,
    ResourceClient<LegatorRun> runs,
    IRunJournal journal,
    EventOrigins origins,
    AgentRuns starter,
    TimeProvider time)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    /// <summary>Looks at a task that is not over.</summary>
    public async Task<TaskOutcome> WorkAsync(AgentEvent task, CancellationToken cancellationToken)
    {
        var status = task.Status ?? new AgentEventStatus();
        var left = EventLife.EndOf(task) - time.GetUtcNow();
        var next = status.Task?.Run is { } run
            ? await FollowAsync(task, status, run, cancellationToken)
            : left <= TimeSpan.Zero ? End(status, AgentTaskState.Expired, "Its time was over before a run could be made.") : await HandOverAsync(task, status, cancellationToken);
        return EventLife.IsFinal(next.Task!.State) ? new TaskOutcome(next)
            : left <= TimeSpan.Zero ? new TaskOutcome(End(next, AgentTaskState.Expired, $"Run {next.Task.Run} did not answer in time."))
            : new TaskOutcome(next, next.Task.Run is null && left > Retry ? Retry : left);
    }

    private async Task<AgentEventStatus> HandOverAsync(AgentEvent task, AgentEventStatus status, CancellationToken cancellationToken)
    {
        if (await origins.FindAsync(task, cancellationToken) is not { } origin)
        {
            return End(status, AgentTaskState.Rejected, "No run asked for it: the run that it names is not there, or its journal does not show that it gave this task.");
        }

        var to = new AgentKey(task.Metadata.Namespace ?? "", task.Spec.TargetAgent ?? "");
        if (agents.TryGet(to.Namespace, to.Name) is not { } receiver)
        {
            return Wait(status, $"There is no agent {to}.");
        }

        if (DelegationRules.Refusal(origin.Agent, origin.Rules, to, receiver.Spec.Delegation, origin.Led) is { } refusal)
        {
            return End(status, AgentTaskState.Rejected, refusal);
        }

        return receiver.Spec.Paused ? Wait(status, $"{to} is paused.") : Started(status, to, await starter.StartAsync(receiver, task, origin, cancellationToken));
    }

    private async Task<AgentEventStatus> FollowAsync(AgentEvent task, AgentEventStatus status, string run, CancellationToken cancellationToken)
    {
        var key = new RunKey(task.Metadata.Namespace ?? "", run);
        var end = EventLife.EndOf(task);

        // The run first, the journal second: an answer stands in the journal before its run is over.
        var stored = await runs.GetAsync(key.Namespace, key.Name, cancellationToken);
        var answers = (await DeedReader.ReadAsync(journal, key, cancellationToken)).Answers.Where(answer => answer.Task == task.Metadata.Name && answer.Time <= end).ToList();
        if (answers.Find(answer => answer.State != AgentTaskState.Accepted) is { } answer)
        {
            return End(status, answer.State, $"Run {run} answered.", answer.Text, answer.Time);
        }

        if (stored is null)
        {
            return End(status, AgentTaskState.Failed, $"Run {run} was deleted before it answered.");
        }

        if (stored.Status is { Phase: { } phase } ended && phase.IsFinished())
        {
            return Ended(status, run, phase, ended);
        }

        return answers.Count > 0 && status.Task!.State == AgentTaskState.InProgress ? status with { Task = status.Task with { State = AgentTaskState.Accepted } } : status;
    }

    private AgentEventStatus Ended(AgentEventStatus status, string run, RunPhase phase, LegatorRunStatus ended) => phase == RunPhase.Succeeded
        ? End(status, AgentTaskState.Completed, $"Run {run} succeeded; this is its report.", ended.Report, ended.CompletionTime)
        : End(status, AgentTaskState.Failed, $"Run {run} ended as {phase}: {ended.Message}", ended.Report, ended.CompletionTime);

    private AgentEventStatus Started(AgentEventStatus status, AgentKey to, string run) => status with
    {
        Phase = AgentEventPhase.Delivered,
        ConsumedBy = [new EventConsumer { Agent = to.Name, ConsumedAt = time.GetUtcNow(), RunName = run }],
        TriggeredRuns = [run],
        Task = new AgentTaskStatus { State = AgentTaskState.InProgress, Run = run, Message = $"Run {run} works on it." },
    };

    private static AgentEventStatus Wait(AgentEventStatus status, string message) =>
        status with { Task = new AgentTaskStatus { State = AgentTaskState.Pending, Message = message } };

    private AgentEventStatus End(AgentEventStatus status, AgentTaskState state, string message, string? result = null, DateTimeOffset? at = null) => status with
    {
        Phase = state == AgentTaskState.Expired ? AgentEventPhase.Expired : AgentEventPhase.Consumed,
        Task = new AgentTaskStatus
        {
            State = state,
            Run = status.Task?.Run,
            Message = message,
            Result = Bounded(result),
            FinishedAt = at ?? time.GetUtcNow(),
        },
    };

    private static string? Bounded(string? text) => text is null || text.Length <= AgentTasks.MostBytes
        ? text
        : $"{text[..(char.IsHighSurrogate(text[AgentTasks.MostBytes - 1]) ? AgentTasks.MostBytes - 1 : AgentTasks.MostBytes)]}…";
}
