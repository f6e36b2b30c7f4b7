using System.CommandLine;
using Legator.Cli.Connection;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs export</c>: writes a run with its journal, so that it can be replayed elsewhere.</summary>
internal static class ExportCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("run") { Description = "Name of the run." };
        var file = new Option<string?>("--file") { Description = "File to write. Default: standard output." };
        var command = new Command("export", "Write a run as it was ordered and its whole journal as JSON Lines, for 'legator runs replay --file'.") { name, file };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var run = parsed.GetRequiredValue(name);
            try
            {
                var recording = await new RecordedRuns(context).ReadAsync(run, context.Namespace, cancellationToken) ?? throw ReplayCommand.NotBegun(run);
                await WriteAsync(recording, parsed.GetValue(file), environment);
                return ExitCodes.Ok;
            }
            catch (CliException e) when (e.IsNotFound)
            {
                throw new CliException(e.Message, ExitCodes.Usage);
            }
        });
        return command;
    }

    private static async Task WriteAsync(Legator.Runner.Replay.RunRecording recording, string? path, CliEnvironment environment)
    {
        if (path is null)
        {
            await RecordingFile.WriteAsync(environment.Out, recording);
            return;
        }

        try
        {
            await using var writer = new StreamWriter(Path.Combine(environment.CurrentDirectory, path));
            await RecordingFile.WriteAsync(writer, recording);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {e.Message}", ExitCodes.Usage);
        }
    }
}
