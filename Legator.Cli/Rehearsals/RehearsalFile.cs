using System.CommandLine;
using Legator.Cli.Connection;
using Legator.Cli.Runs;
using Legator.Core;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Core.Skills.Recording;
using Legator.Runner.Replay;

namespace Legator.Cli.Rehearsals;

/// <summary><c>legator rehearse DIR --record RUN</c>: writes the rehearsal of a skill from a run that was.</summary>
internal static class RehearsalFile
{
    /// <summary>Writes the file; what of the run is not in it, a sentence each.</summary>
    /// <exception cref="CliException">There is no such folder or run, or there is a rehearsal already.</exception>
    public static async Task<IReadOnlyList<string>> RecordAsync(string place, string run, bool force, ParseResult parsed, GlobalOptions options, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(environment.CurrentDirectory, place);
        if (!Directory.Exists(folder))
        {
            throw new CliException($"{place}: --record writes into the folder of a skill, and there is no such folder", ExitCodes.Usage);
        }

        var file = Path.Combine(folder, SkillFiles.RehearsalName);
        if (File.Exists(file) && !force)
        {
            throw new CliException($"{place}/{SkillFiles.RehearsalName}: there is one already: --force writes over it", ExitCodes.Usage);
        }

        var recording = await ReadAsync(run, parsed, options, environment, cancellationToken);
        if (RunSnapshot.TryRead(recording.Spec.Snapshot, out var problem) is not { } snapshot)
        {
            throw new CliException($"run '{recording.Run.Name}' cannot be recorded: {problem ?? "nothing was frozen for it"}", ExitCodes.Usage);
        }

        var made = RehearsalRecorder.Of(recording.Run.Name, snapshot, recording.Events);
        try
        {
            await File.WriteAllTextAsync(file, Yaml.Write(made.Document), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{place}/{SkillFiles.RehearsalName}: {e.Message}", ExitCodes.Usage);
        }

        return [$"Run {recording.Run.Name} was written into {place}/{SkillFiles.RehearsalName}.", .. made.Notes];
    }

    /// <summary>A run of the API, or one that 'runs export' wrote into a file.</summary>
    private static async Task<RunRecording> ReadAsync(string run, ParseResult parsed, GlobalOptions options, CliEnvironment environment, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(environment.CurrentDirectory, run)))
        {
            return RecordingFile.Read(run, environment) is [var only] ? only : throw new CliException($"{run}: there are several runs in it: export the one that is to be rehearsed", ExitCodes.Usage);
        }

        using var context = new CommandContext(parsed, options, environment);
        try
        {
            return await new RecordedRuns(context).ReadAsync(run, context.Namespace, cancellationToken) ?? throw ReplayCommand.NotBegun(run);
        }
        catch (CliException e) when (e.IsNotFound)
        {
            throw new CliException(e.Message, ExitCodes.Usage);
        }
    }
}
