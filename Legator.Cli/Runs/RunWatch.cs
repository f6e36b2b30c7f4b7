using System.Net.ServerSentEvents;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Cli.Runs;

/// <summary>Follows a run's journal to its end, over broken connections too.</summary>
internal static class RunWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    public static async Task FollowAsync(CommandContext context, string name, string? inNamespace, CancellationToken cancellationToken)
    {
        string? last = null;
        var path = ApiQuery.Build(ApiPaths.Journal(name), ("namespace", inNamespace), ("follow", "true"));
        while (true)
        {
            using var response = await context.Api.OpenAsync(path, last, cancellationToken);
            try
            {
                await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
                await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
                {
                    if (item.EventType != "run-event")
                    {
                        continue;
                    }

                    last = item.EventId ?? last;
                    if (Show(context.Printer, item.Data) is RunFinished)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The connection broke off; the loop takes it up again after the last event that was seen.
            }

            await Task.Delay(Pause, context.Clock, cancellationToken);
        }
    }

    /// <summary>The run's record once it is final: it follows the journal by a moment.</summary>
    public static async Task<(JsonElement Json, LegatorRun Run)> RecordAsync(CommandContext context, string name, string inNamespace, CancellationToken cancellationToken)
    {
        while (true)
        {
            var json = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Run(name), ("namespace", inNamespace)), cancellationToken);
            var run = json.Deserialize<LegatorRun>(LegatorJson.Options) ?? throw new CliException("the API answered with nothing.");
            if (run.Status?.Phase?.IsFinished() == true)
            {
                return (json, run);
            }

            await Task.Delay(Step, context.Clock, cancellationToken);
        }
    }

    /// <summary>Waits for the end of a run that may not be made yet.</summary>
    public static async Task AwaitAsync(CommandContext context, string name, string inNamespace, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await RecordAsync(context, name, inNamespace, cancellationToken);
                return;
            }
            catch (CliException missing) when (missing.IsNotFound)
            {
                await Task.Delay(Step, context.Clock, cancellationToken);
            }
        }
    }

    private static RunEventData? Show(Printer printer, string data)
    {
        var entry = JsonSerializer.Deserialize<RunEvent>(data, LegatorJson.Options);
        if (entry is not null && printer.ForPeople && EventLine.Of(entry.Data) is { } line)
        {
            printer.Line($"[grey]{entry.Time.ToUniversalTime():HH:mm:ss}[/] {line}");
        }

        return entry?.Data;
    }
}
