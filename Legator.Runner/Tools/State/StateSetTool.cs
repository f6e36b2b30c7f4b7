using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions.Classification.State;
using Legator.Core.Guardrails;
using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Scheduling;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.State;

/// <summary>Writes one of the agent's own notes.</summary>
internal sealed class StateSetTool(AgentNotes notes) : Tool<StateSetArguments>
{
    public override string Name => "state.set";

    public override string Description => "Leaves a note for this agent's later runs: {key, stored, ttl}. No other agent reads it.";

    protected override Task<PreparedCall> PrepareAsync(StateSetArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var key = AgentNotes.Key(arguments.Key);
        Check(arguments);
        var entry = new StateEntry { Value = arguments.Value, Ttl = arguments.Ttl, UpdatedBy = scope.Run.Name };
        return Task.FromResult(new PreparedCall([StateClassifier.Classify("set", key)], async (context, token) =>
        {
            var stored = entry with { Value = context.Scope.Redactor.Redact(entry.Value) };
            return await notes.SetAsync(scope.Agent, key, stored, token) is { } problem
                ? ToolOutput.Failed(problem)
                : ToolOutput.Done(JsonSerializer.Serialize(new { key, stored = true, ttl = arguments.Ttl }, LegatorJson.Options));
        })
        {
            Reconcile = (_, token) => ReconcileAsync(scope, key, scope.Redactor.Redact(entry.Value), token),
        });
    }

    private static void Check(StateSetArguments arguments)
    {
        if (arguments.Value.Length == 0)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, "value is empty.", "Write what to remember, or use state.delete.");
        }

        if (arguments.Ttl is not null && !(GoDuration.TryParse(arguments.Ttl, out var ttl, out _) && ttl > TimeSpan.Zero))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"'{arguments.Ttl}' is not a positive duration.", "Write a duration such as 30m, 24h or 7d.");
        }
    }

    private async Task<Reconciliation> ReconcileAsync(RunScope scope, string key, string value, CancellationToken cancellationToken) =>
        await notes.GetAsync(scope.Agent, key, cancellationToken) is { } entry && entry.UpdatedBy == scope.Run.Name && entry.Value == value
            ? new(InterruptedOutcome.Executed, $"The note '{key}' was written by this run.")
            : new(InterruptedOutcome.NotExecuted, $"The note '{key}' does not say this, or was not written by this run; you may write it again.");
}
