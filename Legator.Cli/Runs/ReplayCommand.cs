using System.CommandLine;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Scheduling;
using Legator.Runner.Replay;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs replay</c>: executes recorded runs again by this build, and says whether it decides the same.</summary>
internal static class ReplayCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string?>("run") { Description = "Name of the run.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every run there is, a line each: what an upgrade would change." };
        var since = new Option<string?>("--since") { Description = "With --all: only runs that were asked for within that time, e.g. 30d." };
        var agent = new Option<string?>("--agent") { Description = "With --all: only runs of this agent." };
        var file = new Option<string?>("--file") { Description = "File that 'legator runs export' wrote, - for standard input. Needs no running Legator." };
        var command = new Command("replay", "Execute a recorded run again, away from the world, and compare every decision and the hash: identical, or the first step that differs.")
        {
            name, all, since, agent, file,
        };
        command.Validators.Add(result =>
        {
            var ways = (result.GetValue(name) is null ? 0 : 1) + (result.GetValue(all) ? 1 : 0) + (result.GetValue(file) is null ? 0 : 1);
            if (ways != 1)
            {
                result.AddError("replay: say which: the name of a run, --all, or --file FILE.");
            }
            else if (!result.GetValue(all) && (result.GetValue(since) ?? result.GetValue(agent)) is not null)
            {
                result.AddError("replay: --since and --agent go with --all.");
            }
            else if (result.GetValue(since) is { } text && !(GoDuration.TryParse(text, out var span, out _) && span > TimeSpan.Zero))
            {
                result.AddError($"--since: '{Terminal.Clean(text)}' is not a duration. Write e.g. 24h or 30d.");
            }
        });
        command.SetAction(async (parsed, token) =>
        {
            if (parsed.GetValue(file) is { } path)
            {
                return await FromFileAsync(path, new Printer(environment, parsed.GetValue(options.Output)), environment, token);
            }

            using var context = new CommandContext(parsed, options, environment);
            return parsed.GetValue(name) is { } run
                ? await OneAsync(context, run, token)
                : await AllAsync(context, Start(parsed.GetValue(since), context.Clock), parsed.GetValue(agent), token);
        });
        return command;
    }

    private static DateTimeOffset? Start(string? since, TimeProvider clock) => since is null ? null : clock.GetUtcNow() - GoDuration.Parse(since);

    private static async Task<int> OneAsync(CommandContext context, string name, CancellationToken cancellationToken)
    {
        RunRecording? recording;
        try
        {
            recording = await new RecordedRuns(context).ReadAsync(name, context.Namespace, cancellationToken);
        }
        catch (CliException e) when (e.IsNotFound)
        {
            throw new CliException(e.Message, ExitCodes.Usage);
        }

        return Print(await RunReplay.PlayAsync(recording ?? throw NotBegun(name), cancellationToken), context.Printer);
    }

    /// <summary>A run without a journal, as a problem of whoever named it.</summary>
    public static CliException NotBegun(string name) => new($"run '{name}' has no journal yet: no runner has taken it up.", ExitCodes.Usage);

    private static async Task<int> FromFileAsync(string path, Printer printer, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var recordings = RecordingFile.Read(path, environment);
        if (recordings is [var only])
        {
            return Print(await RunReplay.PlayAsync(only, cancellationToken), printer);
        }

        var many = new ReplayedRuns(printer);
        foreach (var recording in recordings)
        {
            many.Add(await RunReplay.PlayAsync(recording, cancellationToken));
        }

        return many.Finish();
    }

    private static async Task<int> AllAsync(CommandContext context, DateTimeOffset? since, string? agent, CancellationToken cancellationToken)
    {
        var (runs, many) = (new RecordedRuns(context), new ReplayedRuns(context.Printer));
        await foreach (var run in runs.SinceAsync(since, agent, cancellationToken))
        {
            try
            {
                if (await runs.ReadAsync(run.Name, run.Namespace, cancellationToken) is { } recording)
                {
                    many.Add(await RunReplay.PlayAsync(recording, cancellationToken));
                }
            }
            catch (Exception e) when (e is CliException or JsonException)
            {
                many.AddUnreadable($"{run.Namespace}/{run.Name}", e.Message);
            }
        }

        return many.Finish();
    }

    private static int Print(ReplayReport report, Printer printer)
    {
        printer.Print<ReplayReport>(JsonSerializer.SerializeToElement(report, LegatorJson.Options), _ => ReplayView.Write(report, printer));
        return report.Outcome == ReplayOutcome.Identical ? ExitCodes.Ok : ExitCodes.Failure;
    }
}
