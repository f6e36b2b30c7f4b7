using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Rehearsals;

/// <summary>A tool away from the world: it takes what the tool takes and is judged as the tool is, by the one list of classifiers; what it answers is written down.</summary>
/// <param name="tool">The tool that it stands for.</param>
/// <param name="world">What is answered.</param>
internal sealed class RecordedTool(Tool tool, RehearsalWorld world) : Tool
{
    public override string Name => tool.Name;

    public override string Description => tool.Description;

    public override JsonElement Schema => tool.Schema;

    public override Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken)
    {
        tool.Check(arguments);
        return Task.FromResult(Prepared(Name, arguments, scope, world));
    }

    /// <summary>A call that is judged by what it says and answered from what is written down.</summary>
    /// <exception cref="ToolInputException">Nobody can say what the call would do.</exception>
    public static PreparedCall Prepared(string name, JsonElement arguments, RunScope scope, RehearsalWorld world) =>
        new(ToolActions.Classify(name, arguments, scope), (_, _) => Task.FromResult(world.Answer(name, arguments)))
        {
            Observe = world.Look(name, arguments) is { } found ? _ => Task.FromResult<JsonObject?>((JsonObject)found.DeepClone()) : null,
        };
}
