using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Operator.Runs;

/// <summary>Marks runs that are to end, so that whichever runner holds one finds it, now or when it takes it up. What is over stays as it is.</summary>
internal sealed partial class RunCancels(ResourceClient<LegatorRun> runs, ILogger<RunCancels> logger)
{
    /// <summary>True for a run that is to end and has not.</summary>
    public static bool IsWanted(RunHead? run) => run is { IsFinished: false } && OrderOn(run) is not null;

    /// <summary>Somebody wants it: runners are told. Telling them again changes nothing.</summary>
    public Task MarkAsync(RunHead run, CancellationToken cancellationToken) => PatchAsync(run, OrderOn(run)?.By ?? "", new JsonObject(), cancellationToken);

    /// <summary>The Operator itself wants it.</summary>
    public async Task OrderAsync(RunHead run, string by, string reason, CancellationToken cancellationToken)
    {
        if (!run.IsFinished && OrderOn(run) is null)
        {
            await PatchAsync(run, by, new JsonObject { [LegatorApi.CancelAnnotation] = reason, [LegatorApi.CancelByAnnotation] = by }, cancellationToken);
        }
    }

    private static RunCancelled? OrderOn(RunHead run) => CancelOrder.Of(run.Annotation(LegatorApi.CancelAnnotation), run.Annotation(LegatorApi.CancelByAnnotation));

    private async Task PatchAsync(RunHead run, string by, JsonObject annotations, CancellationToken cancellationToken)
    {
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject { ["annotations"] = annotations, ["labels"] = new JsonObject { [LegatorApi.CancelLabel] = "true" } },
        };
        try
        {
            var stored = await runs.PatchAsync(run.Namespace, run.Name, patch, cancellationToken);
            if (stored.Metadata.ResourceVersion != run.Version)
            {
                Log.Marked(logger, run.Namespace ?? "", run.Name, by);
            }
        }
        catch (ClusterException exception) when (exception.IsNotFound)
        {
            // It is gone, and whoever held it closes it.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5321, LogLevel.Information, "Run {Namespace}/{Run} is to end: {By} wants it")]
        public static partial void Marked(ILogger logger, string @namespace, string run, string by);
    }
}
