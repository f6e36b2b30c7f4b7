using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
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
    public static PreparedCall Prepared(string name, JsonElement arguments, RunScope scope, RehearsalWorld world)
    {
        var actions = ToolActions.Classify(name, arguments, world.Known(scope));
        var target = TargetOf(arguments);
        return new PreparedCall(actions, (_, _) => Task.FromResult(world.Answer(name, arguments)))
        {
            Name = target is null ? null : (string?)target["name"],
            Observe = target is null ? null : _ => Task.FromResult(world.Look(name, arguments)),
            ObservedAs = target is null ? null : Read("kubectl.get", target),
            Pods = target?["namespace"] is null ? null : (_, _) => Task.FromResult(world.LookAtPods(name, arguments)),
            PodsObservedAs = target?["namespace"] is null ? null : Read("kubectl.list", new JsonObject { ["resource"] = "pods", ["namespace"] = target["namespace"]!.DeepClone() }),
        };
    }

    /// <summary>The one object of a cluster that the call names; null where it names none.</summary>
    private static JsonObject? TargetOf(JsonElement arguments)
    {
        var target = new JsonObject();
        foreach (var part in new[] { "resource", "name", "namespace" })
        {
            if (arguments.TryGetProperty(part, out var value) && value.ValueKind == JsonValueKind.String)
            {
                target[part] = value.GetString();
            }
        }

        return target.ContainsKey("resource") && target.ContainsKey("name") ? target : null;
    }

    private static ToolCall Read(string tool, JsonObject arguments) => new("pre-condition", tool, JsonSerializer.SerializeToElement(arguments));
}
