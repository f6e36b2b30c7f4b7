using Legator.Core.Resources.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Takes the task of a run on.</summary>
internal sealed class A2aAcceptTool(TaskAnswers answers) : Tool<A2aAcceptArguments>
{
    public override string Name => "a2a.accept";

    public override string Description => "Says that this run takes its task on: {id, state}. Not needed to answer it.";

    protected override Task<PreparedCall> PrepareAsync(A2aAcceptArguments arguments, RunScope scope, CancellationToken cancellationToken) =>
        answers.PrepareAsync(Name, arguments, arguments.Id, AgentTaskState.Accepted, scope, cancellationToken);
}
