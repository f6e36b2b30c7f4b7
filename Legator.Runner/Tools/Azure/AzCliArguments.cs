using System.ComponentModel;

namespace Legator.Runner.Tools.Azure;

internal sealed record AzCliArguments
{
    [Description("Group as the az command line names it, e.g. vm, network nsg, monitor metrics.")]
    public required string Group { get; init; }

    [Description("Command, e.g. list, show, restart. help lists what there is.")]
    public required string Command { get; init; }

    [Description("Options as on the az command line, e.g. -g shop -n web-1. Subscription and login are the environment's.")]
    public string? Args { get; init; }
}
