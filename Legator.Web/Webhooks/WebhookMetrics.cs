using System.Diagnostics.Metrics;

namespace Legator.Web.Webhooks;

/// <summary>What becomes of calls of webhooks. No label holds anything that a caller chooses.</summary>
internal sealed class WebhookMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Web.Webhooks");
    private readonly Counter<long> _deliveries;

    public WebhookMetrics() => _deliveries = _meter.CreateCounter<long>("legator_webhook_deliveries", description: "Deliveries to webhooks, for each agent, by what became of them: accepted, debounced, duplicate, filtered, paused; and calls that were refused.");

    /// <summary>A call that proved nothing.</summary>
    public void Refused() => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));

    /// <summary>A delivery for one agent.</summary>
    /// <param name="state">One of the states of the answer.</param>
    public void Taken(string state) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", state));

    public void Dispose() => _meter.Dispose();
}
