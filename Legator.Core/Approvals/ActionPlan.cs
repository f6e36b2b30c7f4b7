using System.Text.Json;
using Legator.Core.Actions;

namespace Legator.Core.Approvals;

/// <summary>A plan as the model submits it under approvalMode plan-first: calls that a person approves together.</summary>
public static class ActionPlan
{
    /// <summary>Name of the tool that submits one.</summary>
    public const string Tool = "plan.submit";

    /// <summary>The calls of a plan; none where it cannot be read.</summary>
    /// <param name="arguments">The arguments of the submitting call.</param>
    public static IReadOnlyList<ToolCall> StepsOf(JsonElement arguments) =>
        arguments.ValueKind != JsonValueKind.Object || !arguments.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array
            ? []
            : [.. steps.EnumerateArray().Select((step, index) => StepOf(step, index)).OfType<ToolCall>()];

    private static ToolCall? StepOf(JsonElement step, int index) =>
        step.ValueKind == JsonValueKind.Object
        && step.TryGetProperty("tool", out var tool) && tool.ValueKind == JsonValueKind.String
        && step.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Object
            ? new ToolCall($"step-{index + 1}", tool.GetString()!, arguments)
            : null;
}
