using Legator.Core.Resources.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Answers the task of a run.</summary>
internal sealed class A2aCompleteTool(TaskAnswers answers) : Tool<A2aCompleteArguments>
{
    public override string Name => "a2a.complete";

    public override string Description => "Answers the task of this run with its result: {id, state}. It can be answered once.";

    protected override Task<PreparedCall> PrepareAsync(A2aCompleteArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        DelegationText.Required("result", arguments.Result);
        return answers.PrepareAsync(Name, arguments, arguments.Id, AgentTaskState.Completed, scope, cancellationToken);
    }
}
