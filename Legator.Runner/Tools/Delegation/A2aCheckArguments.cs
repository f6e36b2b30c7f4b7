using System.ComponentModel;

namespace Legator.Runner.Tools.Delegation;

internal sealed record A2aCheckArguments
{
    [Description("Id of one task. Left out: all.")]
    public string? Id { get; init; }

    [Description("With id: how long to wait for an answer, at most 50s. Left out: not at all.")]
    public string? Wait { get; init; }
}
