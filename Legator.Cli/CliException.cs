namespace Legator.Cli;

/// <summary>Ends a command with a message for the person who typed it: what is wrong and how to put it right.</summary>
internal sealed class CliException(string message, int exitCode = ExitCodes.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>The API knows nothing of that name.</summary>
    public bool IsNotFound { get; init; }
}
