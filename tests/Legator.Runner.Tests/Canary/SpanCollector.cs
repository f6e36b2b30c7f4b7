using System.Collections.Concurrent;
using System.Diagnostics;

namespace Legator.Runner.Tests.Canary;

/// <summary>Keeps every span that the product makes, with its tags, events and baggage. The servers of the test and the MCP library make spans in this process too: the first are not the product's, the others say what servers say, and the product listens to neither.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly ActivityListener _listener;

    public SpanCollector()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => !source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && source.Name != "Experimental.ModelContextProtocol",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<string> Spans { get; } = new();

    public void Dispose() => _listener.Dispose();

    private void Keep(Activity span)
    {
        var text = Text(span);
        if (!text.Contains("create role", StringComparison.Ordinal))
        {
            Spans.Enqueue(text);
        }
    }

    private static string Text(Activity span) =>
        $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects.Concat(span.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}"))} {string.Join(' ', span.Baggage)}";
}
