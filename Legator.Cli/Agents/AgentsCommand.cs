using System.CommandLine;
using Legator.Cli.Connection;
using Legator.Core.Api;
using Legator.Core.Resources.Agents;

namespace Legator.Cli.Agents;

/// <summary><c>legator agents list|get</c>.</summary>
internal static class AgentsCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("agents", "List agents, or show one.") { Aliases = { "agent" } };
        command.Subcommands.Add(List(options, environment));
        command.Subcommands.Add(Get(options, environment));
        return command;
    }

    private static Command List(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("list", "List the agents.") { Aliases = { "ls" } };
        CommandContext.Bind(command, options, environment, async (context, _, cancellationToken) =>
        {
            var agents = await PagedList.ReadAsync(
                context.Api,
                next => ApiQuery.Build(ApiPaths.Agents, ("namespace", context.Namespace), ("continue", next), ("limit", "500")),
                "agents",
                null,
                cancellationToken);
            context.Printer.Print<AgentList>(agents, list => AgentView.WriteList(list, context.Printer, context.Namespace));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Get(GlobalOptions options, CliEnvironment environment)
    {
        var name = new Argument<string>("name") { Description = "Name of the agent." };
        var command = new Command("get", "Show one agent.") { Aliases = { "show" } };
        command.Arguments.Add(name);
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var agent = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Agent(parsed.GetRequiredValue(name)), ("namespace", context.Namespace)), cancellationToken);
            context.Printer.Print<LegatorAgent>(agent, value => AgentView.Write(value, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }
}
