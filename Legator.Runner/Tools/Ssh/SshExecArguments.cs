using System.ComponentModel;

namespace Legator.Runner.Tools.Ssh;

internal sealed record SshExecArguments
{
    [Description("The host: the name of its credential in the environment.")]
    public required string Host { get; init; }

    [Description("Command line for the host's shell. Every command in it is judged.")]
    public required string Command { get; init; }

    [Description("Longest that it may take, e.g. 45s; at most 5m. Default: 30s. After that the command is ended.")]
    public string? Timeout { get; init; }
}
