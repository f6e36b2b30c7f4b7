using System.Diagnostics;
using Legator.Core.Resources;

namespace Legator.Operator.Runs;

/// <summary>The span of a run's way onto the queue, in the trace in which the run was made.</summary>
internal static class QueueSpans
{
    private static readonly ActivitySource Source = new("Legator.Operator.Queue");

    /// <returns>Null where nobody listens, or the run was made where nobody did.</returns>
    public static Activity? Begin(RunHead run)
    {
        if (!ActivityContext.TryParse(run.Annotation(LegatorApi.TraceAnnotation), null, isRemote: true, out var made))
        {
            return null;
        }

        var span = Source.StartActivity("send legator.runs", ActivityKind.Producer, made);
        span?.SetTag("messaging.operation.type", "send");
        span?.SetTag("messaging.destination.name", "legator.runs");
        span?.SetTag("legator.run", $"{run.Namespace}/{run.Name}");
        return span;
    }
}
