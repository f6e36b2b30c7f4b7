using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Plans;

internal sealed record PlanStep
{
    [Description("Name of the tool, e.g. kubectl.scale.")]
    public required string Tool { get; init; }

    [Description("Its arguments, exactly as they will be given.")]
    public required JsonObject Arguments { get; init; }

    [Description("Why this step is needed.")]
    public string? Why { get; init; }
}
