using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.Cli.Runs;

/// <summary>Follows the latest run, then each that begins after it, until interrupted.</summary>
internal static class RunsWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task FollowAsync(CommandContext context, string? agent, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string, string)>();
        var path = ApiQuery.Build(ApiPaths.Runs, ("namespace", context.Namespace), ("agent", agent), ("limit", "50"));
        while (true)
        {
            var list = (await context.Api.GetAsync(path, cancellationToken)).Deserialize<RunList>(LegatorJson.Options);
            var runs = list?.Runs ?? [];

            // At first only the latest is shown; what was before it is for 'runs list'.
            var fresh = seen.Count == 0 ? runs.Take(1) : runs.Where(r => !seen.Contains((r.Namespace, r.Name))).Reverse();
            foreach (var run in fresh.ToList())
            {
                seen.UnionWith(seen.Count == 0 ? runs.Select(r => (r.Namespace, r.Name)) : [(run.Namespace, run.Name)]);
                Announce(context.Printer, run);
                await RunWatch.FollowAsync(context, run.Name, run.Namespace, cancellationToken);
            }

            await Task.Delay(Pause, context.Clock, cancellationToken);
        }
    }

    private static void Announce(Printer printer, RunSummary run)
    {
        if (printer.ForPeople)
        {
            printer.Line();
            printer.Line($"[bold]{Printer.Safe(run.Namespace)}/{Printer.Safe(run.Name)}[/] agent {Printer.Safe(run.Agent)}, {Printer.Safe(run.Trigger)}");
        }
    }
}
