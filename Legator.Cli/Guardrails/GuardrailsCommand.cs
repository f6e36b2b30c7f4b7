using System.CommandLine;

namespace Legator.Cli.Guardrails;

/// <summary><c>legator guardrails</c>: asks the gate without any run, API or cluster.</summary>
internal static class GuardrailsCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("guardrails", "Ask the gate what it makes of calls; needs no running Legator. Calls are JSON Lines: {\"id\",\"tool\",\"arguments\":{…}}.");
        command.Subcommands.Add(ClassifyCommand.Create(environment));
        command.Subcommands.Add(JudgeCommand.Create(environment));
        command.Subcommands.Add(TestCommand.Create(environment));
        return command;
    }
}
