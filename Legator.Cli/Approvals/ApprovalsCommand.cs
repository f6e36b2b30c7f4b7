using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.Cli.Approvals;

/// <summary><c>legator approvals list|get|approve|deny</c>.</summary>
internal static class ApprovalsCommand
{
    private const int Most = 100;

    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("approvals", "List what waits for a decision, look at it, approve or deny it.") { Aliases = { "approval" } };
        command.Subcommands.Add(List(options, environment));
        command.Subcommands.Add(Get(options, environment));
        command.Subcommands.Add(Decide("approve", "Let the run do exactly this, once.", options, environment));
        command.Subcommands.Add(Decide("deny", "Refuse it; the run goes on without it.", options, environment));
        return command;
    }

    private static Command List(GlobalOptions options, CliEnvironment environment)
    {
        var agent = new Option<string?>("--agent") { Description = "Only what this agent asks." };
        var all = new Option<bool>("--all") { Description = "Also what was decided or has expired." };
        var command = new Command("list", "List what waits for a decision.") { Aliases = { "ls" }, Options = { agent, all } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var list = await PagedList.ReadAsync(
                context.Api,
                next => ApiQuery.Build(
                    ApiPaths.Approvals,
                    ("namespace", context.Namespace),
                    ("agent", parsed.GetValue(agent)),
                    ("phase", parsed.GetValue(all) ? null : "Pending"),
                    ("limit", Most.ToString(CultureInfo.InvariantCulture)),
                    ("continue", next)),
                "approvals",
                Most,
                cancellationToken);
            context.Printer.Print<ApprovalList>(list, found => ApprovalView.WriteList(found, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Get(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("approval") { Description = "Name of the approval." };
        var command = new Command("get", "Show what would be done, why a person is asked, and what it would change.") { Arguments = { name } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var found = await context.Api.GetAsync(PathOf(context, parsed.GetRequiredValue(name)), cancellationToken);
            context.Printer.Print<ApprovalDetail>(found, detail => ApprovalView.Write(detail, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Decide(string decision, string description, GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("approval") { Description = "Name of the approval." };
        var reason = new Option<string?>("--reason") { Description = "Why; the agent is told, and it is recorded." };
        var confirm = new Option<string?>("--confirm") { Description = "What 'approvals get' says has to be typed. Without it you are asked." };
        var command = new Command(decision, description) { Arguments = { name }, Options = { reason } };
        if (decision == "approve")
        {
            command.Options.Add(confirm);
        }

        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var path = PathOf(context, parsed.GetRequiredValue(name));
            var shown = (await context.Api.GetAsync(path, cancellationToken)).Deserialize<ApprovalDetail>(LegatorJson.Options)!;
            var typed = decision == "approve" ? parsed.GetValue(confirm) ?? await AskAsync(shown, context, environment, cancellationToken) : null;
            var answer = await context.Api.PostAsync(path, new ApprovalDecisionRequest(decision, parsed.GetValue(reason), typed, shown.Digest), cancellationToken);
            context.Printer.Print<ApprovalAnswer>(answer, a => context.Printer.Line($"{Printer.Safe(a.Id)} {Printer.Safe(a.Status)} by {Printer.Safe(a.DecidedBy)}; run {Printer.Safe(a.Run)} goes on."));
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>A person at a terminal sees what they are about to confirm; a program has to bring the text along.</summary>
    private static async Task<string?> AskAsync(ApprovalDetail shown, CommandContext context, CliEnvironment environment, CancellationToken cancellationToken)
    {
        if (shown.Confirmation is null || !context.Printer.ForPeople)
        {
            return null;
        }

        ApprovalView.Write(shown, context.Printer);
        context.Printer.Line($"Type [bold]{Printer.Safe(shown.Confirmation)}[/] to approve it:");
        return await environment.In.ReadLineAsync(cancellationToken);
    }

    private static string PathOf(CommandContext context, string name) => ApiQuery.Build(ApiPaths.Approval(name), ("namespace", context.Namespace));
}
