using System.CommandLine;
using Legator.Cli.Agents;
using Legator.Cli.Approvals;
using Legator.Cli.Audit;
using Legator.Cli.Connection;
using Legator.Cli.Crds;
using Legator.Cli.Guardrails;
using Legator.Cli.Notifications;
using Legator.Cli.Output;
using Legator.Cli.Queues;
using Legator.Cli.Rehearsals;
using Legator.Cli.Runs;
using Legator.Cli.Scaffolds;
using Legator.Cli.Skills;
using Legator.Cli.Status;
using Legator.Cli.Validation;
using Legator.Cli.Versions;

namespace Legator.Cli;

/// <summary>The <c>legator</c> command: its subcommands, and what becomes of their errors.</summary>
internal static class LegatorCommand
{
    public static async Task<int> RunAsync(string[] args, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var options = new GlobalOptions();
        var parsed = Create(options, environment).Parse(args);
        options.HideWhereUnused(parsed.CommandResult.Command);
        var configuration = new InvocationConfiguration
        {
            Output = environment.Out,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Errors.Count > 0 && args.Length > 0)
        {
            return await RefuseAsync(parsed, environment);
        }

        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (CliException e)
        {
            await environment.Error.WriteLineAsync($"legator: {Terminal.Clean(e.Message)}");
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await environment.Error.WriteLineAsync("legator: interrupted");
            return ExitCodes.Failure;
        }
    }

    private static async Task<int> RefuseAsync(ParseResult parsed, CliEnvironment environment)
    {
        var path = parsed.CommandResult.Command.Parents.OfType<Command>().Reverse().Append(parsed.CommandResult.Command).Select(c => c is RootCommand ? "legator" : c.Name).ToList();
        // A mistyped word also makes a command missing; only the word helps.
        var (command, errors) = (parsed.CommandResult.Command, parsed.UnmatchedTokens.Count > 0 ? parsed.Errors.TakeLast(1) : parsed.Errors);
        foreach (var message in parsed.UnmatchedTokens.Count == 0 && command is { Action: null, Subcommands.Count: > 0 }
            ? [$"{string.Join(' ', path)}: say which of {string.Join(", ", command.Subcommands.Select(inner => inner.Name))}"]
            : errors.Select(error => error.Message))
        {
            await environment.Error.WriteLineAsync($"legator: {Terminal.Clean(message.StartsWith("legator ", StringComparison.Ordinal) ? message[8..] : message)}");
        }

        await environment.Error.WriteLineAsync($"See '{string.Join(' ', path)} --help'.");
        return ExitCodes.Usage;
    }

    private static RootCommand Create(GlobalOptions options, CliEnvironment environment)
    {
        var root = new RootCommand("Legator: autonomous agents that look after an IT estate, safely.");
        foreach (var option in options.All)
        {
            root.Options.Add(option);
        }

        root.Subcommands.Add(StatusCommand.Create(options, environment));
        root.Subcommands.Add(AgentsCommand.Create(options, environment));
        root.Subcommands.Add(RunCommand.Create(options, environment));
        root.Subcommands.Add(RunsCommand.Create(options, environment));
        root.Subcommands.Add(QueueCommand.Create(options, environment));
        root.Subcommands.Add(ApprovalsCommand.Create(options, environment));
        root.Subcommands.Add(NotificationsCommand.Create(options, environment));
        root.Subcommands.Add(AuditCommand.Create(options, environment));
        root.Subcommands.Add(GuardrailsCommand.Create(environment));
        root.Subcommands.Add(SkillCommand.Create(environment));
        root.Subcommands.Add(InitCommand.Create(environment));
        root.Subcommands.Add(ValidateCommand.Create(environment));
        root.Subcommands.Add(RehearseCommand.Create(options, environment));
        root.Subcommands.Add(CrdsCommand.Create(environment));
        root.Subcommands.Add(VersionCommand.Create(options, environment));
        return root;
    }
}
