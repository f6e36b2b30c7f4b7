using Legator.Core.Resources.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Says that the task of a run could not be done.</summary>
internal sealed class A2aFailTool(TaskAnswers answers) : Tool<A2aFailArguments>
{
    public override string Name => "a2a.fail";

    public override string Description => "Answers the task of this run: it could not be done: {id, state}. It can be answered once.";

    protected override Task<PreparedCall> PrepareAsync(A2aFailArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        DelegationText.Required("reason", arguments.Reason);
        return answers.PrepareAsync(Name, arguments, arguments.Id, AgentTaskState.Failed, scope, cancellationToken);
    }
}
