using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions.Classification.State;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.State;

/// <summary>Reads one of the agent's own notes.</summary>
internal sealed class StateGetTool(AgentNotes notes) : Tool<StateGetArguments>
{
    public override string Name => "state.get";

    public override string Description => "Reads a note that this agent left in an earlier run: {key, found, value, updatedAt}.";

    protected override Task<PreparedCall> PrepareAsync(StateGetArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var key = AgentNotes.Key(arguments.Key);
        return Task.FromResult(new PreparedCall([StateClassifier.Classify("get", key)], async (_, token) =>
        {
            var entry = await notes.GetAsync(scope.Agent, key, token);
            return ToolOutput.Done(JsonSerializer.Serialize(new { key, found = entry is not null, value = entry?.Value, updatedAt = entry?.UpdatedAt }, LegatorJson.Options));
        }));
    }
}
