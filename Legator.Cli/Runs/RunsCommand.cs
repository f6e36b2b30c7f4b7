using System.CommandLine;
using System.Globalization;
using Legator.Cli.Connection;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs list|get|logs|watch|cancel|undo|replay|export</c>.</summary>
internal static class RunsCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("runs", "List runs, show what one did, watch it, end it, take it back, or execute it again away from the world.");
        command.Subcommands.Add(List(options, environment));
        command.Subcommands.Add(Named("get", "Show a run's record in short.", options, environment, GetAsync));
        command.Subcommands.Add(Named("logs", "Show what a run did: every action, its verdict and the report.", options, environment, LogsAsync, "log", "report"));
        command.Subcommands.Add(Watch(options, environment));
        command.Subcommands.Add(CancelCommand.Create(options, environment));
        command.Subcommands.Add(UndoCommand.Create(options, environment));
        command.Subcommands.Add(ReplayCommand.Create(options, environment));
        command.Subcommands.Add(ExportCommand.Create(options, environment));
        return command;
    }

    private static Command List(GlobalOptions options, CliEnvironment environment)
    {
        var agent = new Option<string?>("--agent") { Description = "Only runs of this agent." };
        var phase = new Option<string?>("--phase") { Description = "Only runs in this phase, e.g. Failed." };
        var limit = new Option<int>("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 25 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit: write a number from 1 up.");
            }
        });
        var command = new Command("list", "List runs, newest first.") { Aliases = { "ls" }, Options = { agent, phase, limit } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var most = parsed.GetValue(limit);
            var page = Math.Min(most, 500).ToString(CultureInfo.InvariantCulture);
            var runs = await PagedList.ReadAsync(
                context.Api,
                next => ApiQuery.Build(
                    ApiPaths.Runs, ("namespace", context.Namespace), ("agent", parsed.GetValue(agent)), ("phase", parsed.GetValue(phase)), ("limit", page), ("continue", next)),
                "runs",
                most,
                cancellationToken);
            context.Printer.Print<RunList>(runs, list => RunView.WriteList(list, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Watch(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string?>("run") { Description = "Name of the run. Without it: the latest run, then each that follows.", Arity = ArgumentArity.ZeroOrOne };
        var agent = new Option<string?>("--agent") { Description = "Without a name: only runs of this agent." };
        var command = new Command("watch", "Follow a run until it ends, or all runs until interrupted.") { Arguments = { name }, Options = { agent } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            if (parsed.GetValue(name) is { } run)
            {
                await RunWatch.FollowAsync(context, run, context.Namespace, cancellationToken);
            }
            else
            {
                await RunsWatch.FollowAsync(context, parsed.GetValue(agent), cancellationToken);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Named(
        string verb,
        string description,
        GlobalOptions options,
        CliEnvironment environment,
        Func<CommandContext, string, CancellationToken, Task<int>> action,
        params string[] aliases)
    {
        var name = new Argument<string>("run") { Description = "Name of the run." };
        var command = new Command(verb, description) { Arguments = { name } };
        foreach (var alias in aliases)
        {
            command.Aliases.Add(alias);
        }

        CommandContext.Bind(command, options, environment, (context, parsed, cancellationToken) => action(context, parsed.GetRequiredValue(name), cancellationToken));
        return command;
    }

    private static async Task<int> GetAsync(CommandContext context, string name, CancellationToken cancellationToken)
    {
        var run = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Run(name), ("namespace", context.Namespace)), cancellationToken);
        context.Printer.Print<LegatorRun>(run, value => RunView.WriteHeader(value, context.Printer));
        return ExitCodes.Ok;
    }

    private static async Task<int> LogsAsync(CommandContext context, string name, CancellationToken cancellationToken)
    {
        var run = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Run(name), ("namespace", context.Namespace)), cancellationToken);
        var further = await JournalActions.BeyondRecordAsync(context, run, cancellationToken);
        context.Printer.Print<LegatorRun>(run, value => RunView.Write(value, context.Printer, further));
        return ExitCodes.Ok;
    }
}
