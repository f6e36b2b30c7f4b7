using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Triggers;

namespace Legator.Web.Webhooks;

/// <summary>Stores a delivery for each agent that waits for it, before the caller has an answer. The Operator makes the runs: whichever replica leads finds what is stored.</summary>
internal sealed partial class WebhookDesk
{
    private const string ByDelivery = "web/delivery";
    private readonly ResourceClient<AgentEvent> _events;
    private readonly Informer<LegatorRun> _runs;
    private readonly WebhookMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookDesk> _logger;

    public WebhookDesk(ResourceClient<AgentEvent> events, Informer<LegatorRun> runs, WebhookMetrics metrics, TimeProvider time, ILogger<WebhookDesk> logger)
    {
        (_events, _runs, _metrics, _time, _logger) = (events, runs, metrics, time, logger);
        runs.AddIndex(ByDelivery, run => run.Spec.Delivery is { } came ? [Origin(KeyOf(run), came.Source)] : []);
    }

    /// <summary>Takes a delivery.</summary>
    /// <exception cref="ClusterException">It could not be stored for all; what was stored is not stored twice when it comes again.</exception>
    public async Task<WebhookAnswer> TakeAsync(string source, string id, WebhookBody body, IReadOnlyList<WaitingAgent> waiting, CancellationToken cancellationToken)
    {
        var (digest, now) = (WebhookDeliveries.Digest(id), _time.GetUtcNow());
        var outcomes = await Task.WhenAll(waiting.Select(agent => OfferAsync(source, digest, now, body, agent, cancellationToken)));
        foreach (var outcome in outcomes)
        {
            _metrics.Taken(outcome.State);
            Log.Taken(_logger, outcome.Namespace, outcome.Agent, source, digest, outcome.State);
        }

        return new WebhookAnswer(
            "accepted",
            source,
            digest,
            outcomes.Length,
            outcomes.Count(outcome => outcome.State is "accepted" or "debounced"),
            [.. outcomes.OrderBy(outcome => outcome.Namespace, StringComparer.Ordinal).ThenBy(outcome => outcome.Agent, StringComparer.Ordinal)]);
    }

    private async Task<WebhookOutcome> OfferAsync(string source, string digest, DateTimeOffset now, WebhookBody body, WaitingAgent waiting, CancellationToken cancellationToken)
    {
        var key = new AgentKey(waiting.Agent.Metadata.Namespace ?? "", waiting.Agent.Metadata.Name ?? "");
        WebhookOutcome Is(string state, string? run = null, string? message = null) => new(key.Namespace, key.Name, state, run, message);

        if (!TriggerFilter.Lets(waiting.Trigger, body.Came))
        {
            return Is("filtered", message: "The trigger's filter does not hold.");
        }

        var before = _runs.ByIndex(ByDelivery, Origin(key, WebhookDeliveries.OriginOf(source)));
        if (before.FirstOrDefault(run => run.Spec.Delivery!.Ids.Contains(digest)) is { } made)
        {
            return Is("duplicate", made.Metadata.Name);
        }

        if (waiting.Agent.Spec.Paused)
        {
            return Is("paused", message: "The agent is paused: nothing was stored. Set spec.paused to false.");
        }

        var item = WebhookDeliveries.Sealed(WebhookDeliveries.Make(key, source, digest, body.Payload, now), waiting.Keys);
        try
        {
            await _events.CreateAsync(item, cancellationToken);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            return Is("duplicate", message: "It is stored already, and its run will be made.");
        }

        var until = before.Select(run => run.Metadata.CreationTimestamp + TriggerFields.DebounceOf(waiting.Trigger)).Max();
        return until > now || before.Any(run => run.Status?.Phase is null or RunPhase.Pending)
            ? Is("debounced", message: "A run of this trigger was just made: this delivery goes into the next one, with what else comes until then.")
            : Is("accepted", WebhookDeliveries.RunOf(key, source, digest));
    }

    private static AgentKey KeyOf(LegatorRun run) => new(run.Metadata.Namespace ?? "", run.Spec.AgentRef);

    private static string Origin(AgentKey agent, string source) => $"{agent} {source}";

    private static partial class Log
    {
        [LoggerMessage(7143, LogLevel.Information, "Webhook {Source}: delivery {Delivery} for agent {Namespace}/{Agent}: {State}")]
        public static partial void Taken(ILogger logger, string @namespace, string agent, string source, string delivery, string state);
    }
}
