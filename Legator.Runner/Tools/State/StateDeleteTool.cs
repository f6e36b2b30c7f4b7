using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions.Classification.State;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.State;

/// <summary>Removes one of the agent's own notes.</summary>
internal sealed class StateDeleteTool(AgentNotes notes) : Tool<StateDeleteArguments>
{
    public override string Name => "state.delete";

    public override string Description => "Removes a note of this agent: {key, deleted}.";

    protected override Task<PreparedCall> PrepareAsync(StateDeleteArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var key = AgentNotes.Key(arguments.Key);
        return Task.FromResult(new PreparedCall([StateClassifier.Classify("delete", key)], async (_, token) =>
        {
            await notes.DeleteAsync(scope.Agent, key, token);
            return ToolOutput.Done(JsonSerializer.Serialize(new { key, deleted = true }, LegatorJson.Options));
        })
        {
            Reconcile = (_, token) => ReconcileAsync(scope, key, token),
        });
    }

    private async Task<Reconciliation> ReconcileAsync(RunScope scope, string key, CancellationToken cancellationToken) =>
        await notes.GetAsync(scope.Agent, key, cancellationToken) is null
            ? new(InterruptedOutcome.Executed, $"There is no note '{key}' any more.")
            : new(InterruptedOutcome.NotExecuted, $"The note '{key}' is still there; you may delete it again.");
}
