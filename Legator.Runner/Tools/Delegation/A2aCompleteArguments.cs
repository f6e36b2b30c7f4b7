using System.ComponentModel;

namespace Legator.Runner.Tools.Delegation;

internal sealed record A2aCompleteArguments
{
    [Description("Id of the task that this run was started for.")]
    public required string Id { get; init; }

    [Description("What came of it, for the agent that asked; at most 8192 bytes.")]
    public required string Result { get; init; }
}
