using System.ComponentModel;

namespace Legator.Runner.Tools.Plans;

internal sealed record PlanSubmitArguments
{
    [Description("What the plan is to achieve, in a sentence or two, for the person who decides on it.")]
    public required string Summary { get; init; }

    [Description("Every change, in order, each exactly as it will be called. At most 50. Calls that only read need not be planned.")]
    public required IReadOnlyList<PlanStep> Steps { get; init; }
}
