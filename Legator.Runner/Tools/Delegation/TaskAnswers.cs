using System.Text.Json;
using Legator.Core;
using Legator.Core.Delegation;
using Legator.Core.Resources.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>
/// Answers the task that a run was started for, and no other. Nothing is written but the run's journal: the answer is the journal's entry of the call,
/// which the Operator brings to the task. So only the receiver's run can answer, and no answer is lost or given twice.
/// </summary>
internal sealed class TaskAnswers(TaskBoard board, TimeProvider time)
{
    /// <param name="tool">The tool that is called.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="id">The task.</param>
    /// <param name="state">What the call says of it.</param>
    /// <param name="scope">The run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ToolInputException">The task is not this run's, or takes no such answer any more.</exception>
    public async Task<PreparedCall> PrepareAsync<TArguments>(string tool, TArguments arguments, string id, AgentTaskState state, RunScope scope, CancellationToken cancellationToken)
    {
        var actions = ToolActions.Classify(tool, arguments, scope);
        if (scope.LedBy is not { IsTask: true } led || led.Event != id)
        {
            throw DelegationText.Problem(
                $"This run was not started for the task '{DelegationText.Line(id, 100)}'.",
                scope.LedBy is { IsTask: true } own ? $"It may answer {own.Event}." : "Only the run that a task starts may answer it.");
        }

        if (await scope.Lookout.SeeAsync($"task {id}", () => RefusalAsync(id, state, scope, cancellationToken)) is { } refusal)
        {
            throw DelegationText.Problem(refusal, "Nothing needs to be done about it; end with your report.");
        }

        return new PreparedCall(actions, (_, _) => Task.FromResult(ToolOutput.Done(JsonSerializer.Serialize(new { id, state }, LegatorJson.Options))));
    }

    private async Task<string?> RefusalAsync(string id, AgentTaskState state, RunScope scope, CancellationToken cancellationToken)
    {
        var task = await board.FindAsync(scope.Agent.Namespace, id, cancellationToken);
        return task is null ? $"The task '{id}' is not there any more."
            : task.Status?.Task?.State is AgentTaskState.Expired || EventLife.EndOf(task) <= time.GetUtcNow() ? $"The task '{id}' has expired: nobody waits for an answer."
            : (await board.DeedsAsync(scope.Run, cancellationToken)).Refusal(state);
    }
}
