using System.Globalization;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Runner.Replay;

namespace Legator.Cli.Runs;

/// <summary>Reads what is recorded of runs from the API.</summary>
internal sealed class RecordedRuns(CommandContext context)
{
    private const string Page = "500";

    /// <summary>One run with its whole journal; null where nothing was written yet.</summary>
    public async Task<RunRecording?> ReadAsync(string name, string? inNamespace, CancellationToken cancellationToken)
    {
        var answer = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Run(name), ("namespace", inNamespace)), cancellationToken);
        var run = answer.Deserialize<LegatorRun>(LegatorJson.Options)!;
        var events = new List<RunEvent>();
        long? after = 0;
        while (after is { } sequence)
        {
            var path = ApiQuery.Build(ApiPaths.Journal(run.Metadata.Name!), ("namespace", run.Metadata.Namespace), ("after", sequence.ToString(CultureInfo.InvariantCulture)));
            var page = (await context.Api.GetAsync(path, cancellationToken)).Deserialize<JournalPage>(LegatorJson.Options)!;
            events.AddRange(page.Events);
            after = page.Next;
        }

        return events.Count == 0 ? null : new RunRecording(new RunKey(run.Metadata.Namespace!, run.Metadata.Name!), run.Spec, events);
    }

    /// <summary>Runs that were asked for since a time, newest first.</summary>
    public async IAsyncEnumerable<RunSummary> SinceAsync(DateTimeOffset? since, string? agent, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var path = ApiQuery.Build(ApiPaths.Runs, ("namespace", context.Namespace), ("agent", agent), ("limit", Page), ("continue", next));
            var page = (await context.Api.GetAsync(path, cancellationToken)).Deserialize<RunList>(LegatorJson.Options)!;
            foreach (var run in page.Runs)
            {
                if (run.CreatedAt < since)
                {
                    yield break;
                }

                yield return run;
            }

            next = page.Continue;
        }
        while (next is not null);
    }
}
