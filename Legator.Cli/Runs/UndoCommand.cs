using System.CommandLine;
using System.Globalization;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core.Api;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs undo RUN</c>: takes a run's changes back, in a run of its own.</summary>
internal static class UndoCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("run") { Description = "Name of the run whose changes are taken back." };
        var actions = new Option<int[]>("--action") { Description = "Only the action of this number, as 'legator runs logs' shows it; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would be done." };
        var again = new Option<bool>("--again") { Description = "Also when an undo of the run was made before." };
        var wait = new Option<bool>("--wait", "-w") { Description = "Follow the undo and print its report. Exit code 1 when it failed." };
        var command = new Command("undo", "Take a run's changes back: the recorded calls, newest first, judged like any other.") { Arguments = { name }, Options = { actions, dryRun, again, wait } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var (run, only) = (parsed.GetRequiredValue(name), parsed.GetValue(actions) ?? []);
            if (parsed.GetValue(dryRun))
            {
                var numbers = only.Length == 0 ? null : string.Join(',', only.Select(n => n.ToString(CultureInfo.InvariantCulture)));
                var plan = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Undo(run), ("namespace", context.Namespace), ("actions", numbers)), cancellationToken);
                context.Printer.Print<UndoView>(plan, view => Show(view, context.Printer));
                return ExitCodes.Ok;
            }

            var answer = await context.Api.PostAsync(ApiQuery.Build(ApiPaths.Undo(run), ("namespace", context.Namespace)), new UndoBody(only, parsed.GetValue(again)), cancellationToken);
            return await RunCommand.AnnounceAsync(context, answer, parsed.GetValue(wait), null, cancellationToken);
        });
        return command;
    }

    private static void Show(UndoView view, Printer printer)
    {
        printer.Line($"[bold]Undo of run {Printer.Safe(view.Run)}[/] by agent {Printer.Safe(view.Agent)}");
        if (view.UndoneBy is { } before)
        {
            printer.Line($"Run {Printer.Safe(before)} is an undo of it already.");
        }

        printer.Line();
        printer.Line($"[bold]Calls ({view.Steps.Count}):[/]");
        foreach (var step in view.Steps)
        {
            printer.Line($"{step.Seq,3}. {Printer.Safe(step.Step.Words)}{(step.InDoubt == true ? " (nobody knows whether the action took effect)" : "")}");
            printer.Text($"takes back {step.Action}", "     ");
            printer.Text($"{step.Step.Tool} {step.Step.Arguments.GetRawText()}", "     ");
        }

        if (view.Left.Count > 0)
        {
            printer.Line();
            printer.Line($"[bold]Not taken back ({view.Left.Count}):[/]");
            foreach (var left in view.Left)
            {
                printer.Line($"{left.Seq,3}. {Printer.Safe(left.Action)}");
                printer.Text(left.Why, "     ");
            }
        }
    }
}
