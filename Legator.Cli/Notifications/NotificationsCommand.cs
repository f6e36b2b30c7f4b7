using System.CommandLine;
using System.Globalization;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core.Api;

namespace Legator.Cli.Notifications;

/// <summary><c>legator notifications list|retry|answer</c>.</summary>
internal static class NotificationsCommand
{
    private const int Most = 100;
    private static readonly string[] Nothing = [];

    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("notifications", "List messages to people, have one tried again, answer an escalation.") { Aliases = { "notification" } };
        command.Subcommands.Add(List(options, environment));
        command.Subcommands.Add(Act("retry", "Have a message that was given up tried again.", options, environment));
        command.Subcommands.Add(Act("answer", "Say that you look after an escalation, so that nobody else is called.", options, environment));
        return command;
    }

    private static Command List(GlobalOptions options, CliEnvironment environment)
    {
        var agent = new Option<string?>("--agent") { Description = "Only messages of this agent." };
        var state = new Option<string?>("--state") { Description = "Only those that are waiting, held, summarised, delivered or dead." };
        var command = new Command("list", "List messages, newest first, and what became of them.") { Aliases = { "ls" }, Options = { agent, state } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var path = ApiQuery.Build(
                ApiPaths.Notifications,
                ("namespace", context.Namespace),
                ("agent", parsed.GetValue(agent)),
                ("state", parsed.GetValue(state)),
                ("limit", Most.ToString(CultureInfo.InvariantCulture)));
            context.Printer.Print<NotificationList>(await context.Api.GetAsync(path, cancellationToken), found => Write(found, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Act(string action, string description, GlobalOptions options, CliEnvironment environment)
    {
        var id = new Argument<string>("id") { Description = "Id of the message, or of its event." };
        var command = new Command(action, description) { Arguments = { id } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var answer = await context.Api.PostAsync(ApiPaths.Notification(parsed.GetRequiredValue(id)), new NotificationRequest(action), cancellationToken);
            context.Printer.Print<NotificationAnswer>(answer, a => context.Printer.Line($"{Printer.Safe(a.Id)} {Printer.Safe(a.Status)} by {Printer.Safe(a.By)}."));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(NotificationList list, Printer printer)
    {
        if (list.Notifications.Count == 0)
        {
            printer.Line("No messages.");
            return;
        }

        var problems = list.Notifications.Any(item => item.Problem is not null);
        var table = new TextTable(["ID", "STATE", "AGENT", "CHANNEL", "KIND", "TRIES", "TITLE", .. problems ? ["PROBLEM"] : Nothing]) { Optional = ["KIND", "TRIES"] };
        foreach (var item in list.Notifications)
        {
            Cell[] problem = problems ? [item.Problem ?? ""] : [];
            table.Row([item.Id, StateCell(item), item.Agent, $"{item.Environment}/{item.Channel}", item.Kind, item.Attempts.ToString(CultureInfo.InvariantCulture), item.Title, .. problem]);
        }

        table.Write(printer);
    }

    private static Cell StateCell(NotificationItem item) => new(item.State, item.State switch
    {
        "delivered" => "green",
        "dead" => "red",
        "waiting" => "yellow",
        _ => "grey",
    });
}
