using System.CommandLine;
using Legator.Core.Actions.Classification;

namespace Legator.Cli.Guardrails;

/// <summary><c>legator guardrails classify</c>: what calls would do, whoever asks.</summary>
internal static class ClassifyCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var tool = new Option<string?>("--tool") { Description = "Tool of lines that name none, e.g. ssh.exec." };
        var file = new Argument<string>("file") { Description = "JSON Lines file. Default: standard input.", DefaultValueFactory = _ => "-" };
        var command = new Command("classify", "Say what each call would do: tier, blocked or not, and every action in it.") { tool, file };
        command.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(tool), environment, token));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? tool, CliEnvironment environment, CancellationToken cancellationToken)
    {
        using var input = CallLines.Open(file, environment);
        await foreach (var line in CallLines.ReadAsync(input, tool, cancellationToken))
        {
            if (line.Call is null)
            {
                JsonLines.Write(environment.Out, LineError.Of(line));
            }
            else
            {
                JsonLines.Write(environment.Out, ClassifiedCall.Of(line, ClassificationContext.Empty));
            }
        }

        return ExitCodes.Ok;
    }
}
