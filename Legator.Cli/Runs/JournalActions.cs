using System.Globalization;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Cli.Runs;

/// <summary>Reads from a run's journal what its record had no room for.</summary>
internal static class JournalActions
{
    /// <summary>A line of markup for each action that follows the last one of the record; none when the record is complete.</summary>
    public static async Task<IReadOnlyList<string>> BeyondRecordAsync(CommandContext context, JsonElement record, CancellationToken cancellationToken)
    {
        var run = record.Deserialize<LegatorRun>(LegatorJson.Options);
        if (run?.Status?.Conditions.Any(c => c is { Type: "RecordComplete", Status: "False" }) != true)
        {
            return [];
        }

        var known = run.Status.Actions.Select(a => a.Seq).DefaultIfEmpty(0).Max();
        var lines = new List<string>();
        long? after = 0;
        while (after is { } sequence)
        {
            var path = ApiQuery.Build(
                ApiPaths.Journal(run.Metadata.Name!), ("namespace", run.Metadata.Namespace), ("after", sequence.ToString(CultureInfo.InvariantCulture)));
            var page = (await context.Api.GetAsync(path, cancellationToken)).Deserialize<JournalPage>(LegatorJson.Options);
            lines.AddRange((page?.Events ?? []).Select(e => e.Data).OfType<ActionJudged>().Where(a => a.Seq > known).Select(a => EventLine.Of(a)!));
            after = page?.Next;
        }

        return lines;
    }
}
