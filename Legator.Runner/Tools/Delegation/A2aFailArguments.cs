using System.ComponentModel;

namespace Legator.Runner.Tools.Delegation;

internal sealed record A2aFailArguments
{
    [Description("Id of the task that this run was started for.")]
    public required string Id { get; init; }

    [Description("Why it could not be done, for the agent that asked; at most 8192 bytes.")]
    public required string Reason { get; init; }
}
