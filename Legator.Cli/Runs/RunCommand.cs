using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;

namespace Legator.Cli.Runs;

/// <summary><c>legator run AGENT</c>: asks for a run and, with <c>--wait</c>, follows it to its end.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);

    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var agent = new Argument<string>("agent") { Description = "Name of the agent." };
        var task = new Option<string?>("--task") { Description = "What to do, in words. Without it: what the agent does on its schedule." };
        var target = new Option<string?>("--target", "-t") { Description = "What to do it to." };
        var wait = new Option<bool>("--wait", "-w") { Description = "Follow the run and print its report. Exit code 1 when it failed." };
        var timeout = new Option<TimeSpan?>("--timeout")
        {
            Description = "How long --wait waits, e.g. 90s, 5m, 1h; default 10m. The run itself goes on.",
            CustomParser = ParseTimeout,
        };
        var command = new Command("run", "Run an agent now.") { Arguments = { agent }, Options = { task, target, wait, timeout } };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var request = new RunRequest(parsed.GetValue(task), parsed.GetValue(target));
            var answer = await context.Api.PostAsync(
                ApiQuery.Build(ApiPaths.AgentRun(parsed.GetRequiredValue(agent)), ("namespace", context.Namespace)), request, cancellationToken);
            return await AnnounceAsync(context, answer, parsed.GetValue(wait), parsed.GetValue(timeout), cancellationToken);
        });
        return command;
    }

    /// <summary>Says that the run was asked for and, when it is to be waited for, follows it to its end.</summary>
    public static async Task<int> AnnounceAsync(CommandContext context, System.Text.Json.JsonElement answer, bool wait, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (wait)
        {
            return await WaitAsync(context, Read(answer), timeout ?? DefaultTimeout, cancellationToken);
        }

        context.Printer.Print<RunAccepted>(answer, accepted => Announce(accepted, context.Printer));
        return ExitCodes.Ok;
    }

    private static void Announce(RunAccepted accepted, Printer printer)
    {
        printer.Line($"Run {Printer.Safe(accepted.Run)} of agent {Printer.Safe(accepted.Agent)} requested.");
        if (accepted.Task is not null)
        {
            printer.Line($"Task: {Printer.Safe(accepted.Task)}");
        }

        if (accepted.Target is not null)
        {
            printer.Line($"Target: {Printer.Safe(accepted.Target)}");
        }

        printer.Line($"[grey]Follow it: legator runs watch {Printer.Safe(accepted.Run)} -n {Printer.Safe(accepted.Namespace)}[/]");
    }

    private static async Task<int> WaitAsync(CommandContext context, RunAccepted accepted, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (context.Printer.ForPeople)
        {
            Announce(accepted, context.Printer);
        }

        using var patience = new CancellationTokenSource(timeout, context.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await RunWatch.FollowAsync(context, accepted.Run, accepted.Namespace, both.Token);
            var (json, run) = await RunWatch.RecordAsync(context, accepted.Run, accepted.Namespace, both.Token);
            context.Printer.Print<LegatorRun>(json, value =>
            {
                context.Printer.Line();
                RunView.Write(value, context.Printer, []);
            });
            return run.Status?.Phase is RunPhase.Failed or RunPhase.Cancelled ? ExitCodes.Failure : ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new CliException(
                $"run {accepted.Run} did not end within {Amounts.Span(timeout)}; it goes on. Follow it: legator runs watch {accepted.Run} -n {accepted.Namespace}. Why it may not move: legator status.");
        }
    }

    private static RunAccepted Read(System.Text.Json.JsonElement answer) =>
        System.Text.Json.JsonSerializer.Deserialize<RunAccepted>(answer, LegatorJson.Options) ?? throw new CliException("the API answered with nothing.");

    private static TimeSpan? ParseTimeout(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        var seconds = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        if (seconds > 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000)
        {
            return TimeSpan.FromSeconds((double)number * seconds);
        }

        result.AddError($"--timeout: '{text}' is not a duration. Write it like 90s, 5m or 1h.");
        return null;
    }
}
