using System.CommandLine;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core.Api;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs cancel RUN</c>: ends a run before it is done.</summary>
internal static class CancelCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("run") { Description = "Name of the run." };
        var reason = new Option<string?>("--reason") { Description = "Why, for the run's record." };
        var wait = new Option<bool>("--wait", "-w") { Description = "Follow the run to its end." };
        var command = new Command("cancel", "End a run after its present step. What it changed stays: see 'runs undo'.") { Arguments = { name }, Options = { reason, wait } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var run = parsed.GetRequiredValue(name);
            var answer = await context.Api.PostAsync(ApiQuery.Build(ApiPaths.Cancel(run), ("namespace", context.Namespace)), new CancelBody(parsed.GetValue(reason)), cancellationToken);
            context.Printer.Print<CancelAccepted>(answer, a => context.Printer.Line($"Run {Printer.Safe(a.Run)} of {Printer.Safe(a.Agent)} is to end, as {Printer.Safe(a.By)} wants it."));
            if (parsed.GetValue(wait))
            {
                await RunWatch.FollowAsync(context, run, context.Namespace, cancellationToken);
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
