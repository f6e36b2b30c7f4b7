using System.CommandLine;

namespace Legator.Cli.Guardrails;

/// <summary><c>legator guardrails judge</c>: whether calls would be let through for an agent, and why.</summary>
internal static class JudgeCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var options = new JudgeOptions(agentRequired: true);
        var tool = new Option<string?>("--tool") { Description = "Tool of lines that name none, e.g. ssh.exec." };
        var file = new Argument<string>("file") { Description = "JSON Lines file. Default: standard input.", DefaultValueFactory = _ => "-" };
        var command = new Command("judge", "Ask the whole chain about each call, as the first call of a run: allow, deny or needs-approval, with every check's answer.") { tool, file };
        options.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(options.Read(parsed, environment)!, parsed.GetRequiredValue(file), parsed.GetValue(tool), environment, token));
        return command;
    }

    private static async Task<int> RunAsync(OfflineJudge judge, string file, string? tool, CliEnvironment environment, CancellationToken cancellationToken)
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
                JsonLines.Write(environment.Out, JudgedCall.Of(line, judge.Judge(line.Call)));
            }
        }

        return ExitCodes.Ok;
    }
}
