using System.CommandLine;
using System.Globalization;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core.Api;

namespace Legator.Cli.Queues;

/// <summary><c>legator queue list|requeue|drop</c>.</summary>
internal static class QueueCommand
{
    private const int Most = 100;

    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("queue", "Show what the run queue holds, and look after entries that were given up.");
        command.Subcommands.Add(List(options, environment));
        command.Subcommands.Add(Act("requeue", "Have the run of an entry worked on again; where it is over, its agent is asked for another one.", options, environment));
        command.Subcommands.Add(Act("drop", "Forget an entry that was given up.", options, environment));
        return command;
    }

    private static Command List(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("list", "Show how many runs wait, and the entries that were given up, with the reason.") { Aliases = { "ls" } };
        CommandContext.Bind(command, options, environment, async (context, _, cancellationToken) =>
        {
            var path = ApiQuery.Build(ApiPaths.Queue, ("namespace", context.Namespace), ("limit", Most.ToString(CultureInfo.InvariantCulture)));
            context.Printer.Print<QueueReport>(await context.Api.GetAsync(path, cancellationToken), found => Write(found, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Act(string action, string description, GlobalOptions options, CliEnvironment environment)
    {
        var id = new Argument<string>("id") { Description = "Id of the entry, as 'legator queue list' shows it." };
        var command = new Command(action, description) { Arguments = { id } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var answer = await context.Api.PostAsync(ApiPaths.DeadLetter(parsed.GetRequiredValue(id)), new DeadLetterRequest(action), cancellationToken);
            context.Printer.Print<DeadLetterAnswer>(answer, a => context.Printer.Line($"{Printer.Safe(a.Id)} {Printer.Safe(a.Status)}{(a.Run is null ? "." : $": run {Printer.Safe(a.Run)}.")}"));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(QueueReport report, Printer printer)
    {
        printer.Line(string.Create(CultureInfo.InvariantCulture, $"Waiting: {report.Waiting} (the oldest for {Amounts.Duration(TimeSpan.FromSeconds(report.OldestSeconds))}), delayed: {report.Delayed}, with runners: {report.Claimed}, given up: {report.TotalDeadLetters}"));
        if (report.DeadLetters.Count == 0)
        {
            return;
        }

        printer.Line();
        var table = new TextTable(["ID", "NAMESPACE", "RUN", "GIVEN UP", "REASON"]) { Optional = ["NAMESPACE"] };
        foreach (var letter in report.DeadLetters)
        {
            table.Row([letter.Id, letter.Namespace, letter.Run, letter.At.UtcDateTime.ToString("u", CultureInfo.InvariantCulture), letter.Reason]);
        }

        table.Write(printer);
    }
}
