using System.ComponentModel;

namespace Legator.Runner.Tools.Delegation;

internal sealed record A2aAcceptArguments
{
    [Description("Id of the task that this run was started for.")]
    public required string Id { get; init; }
}
