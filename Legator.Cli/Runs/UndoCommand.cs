using System.CommandLine;
using Legator.Cli.Connection;
using Legator.Core.Api;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs undo RUN</c>: takes a run's changes back, in a run of its own.</summary>
internal static class UndoCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("run") { Description = "Name of the run whose changes are taken back." };
        var actions = new Option<int[]>("--action") { Description = "Only the action of this number, as 'legator runs logs' shows it; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would be done, and what changed since: a run looks at it and changes nothing." };
        var again = new Option<bool>("--again") { Description = "Also when an undo of the run was made before." };
        var wait = new Option<bool>("--wait", "-w") { Description = "Follow the undo and print its report. Exit code 1 when it failed." };
        var command = new Command("undo", "Take a run's changes back: the recorded calls, newest first, judged like any other.") { Arguments = { name }, Options = { actions, dryRun, again, wait } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var (run, only) = (parsed.GetRequiredValue(name), parsed.GetValue(actions) ?? []);
            if (parsed.GetValue(dryRun))
            {
                await UndoPreview.ShowAsync(context, environment.Error, run, only, cancellationToken);
                return ExitCodes.Ok;
            }

            var answer = await context.Api.PostAsync(ApiQuery.Build(ApiPaths.Undo(run), ("namespace", context.Namespace)), new UndoBody(only, parsed.GetValue(again)), cancellationToken);
            return await RunCommand.AnnounceAsync(context, answer, parsed.GetValue(wait), null, cancellationToken);
        });
        return command;
    }
}
