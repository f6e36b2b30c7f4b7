using System.ComponentModel;

namespace Legator.Runner.Tools.Delegation;

internal sealed record A2aDelegateArguments
{
    [Description("Name of the agent that gets the task; namespace/name for one of another namespace.")]
    public required string To { get; init; }

    [Description("What is to be done and what you want to know, in words; at most 8192 bytes. The other agent knows nothing else of your run.")]
    public required string Task { get; init; }

    [Description("What kind of task, in a word. Left out: general.")]
    public string? Type { get; init; }

    [Description("How urgent it is. Left out: normal.")]
    public TaskPriority? Priority { get; init; }

    [Description("How long an answer is of use, e.g. 30m, 24h or 7d. Left out: 1h.")]
    public string? Ttl { get; init; }
}
