using System.Security.Cryptography;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Core.Triggers;
using Legator.Web.Api;

namespace Legator.Web.Webhooks;

/// <summary>Lets callers in who know the Secret of a trigger. Whether anybody waits for a source is told to nobody else.</summary>
internal sealed partial class WebhookDoor
{
    private const string BySource = "web/webhook";
    private static readonly WebhookKeys Nobodys = new(RandomNumberGenerator.GetHexString(32), RandomNumberGenerator.GetHexString(32));
    private readonly Informer<LegatorAgent> _agents;
    private readonly WebhookSecrets _secrets;
    private readonly WebhookRate _rate;
    private readonly WebhookMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookDoor> _logger;

    public WebhookDoor(Informer<LegatorAgent> agents, WebhookSecrets secrets, WebhookRate rate, WebhookMetrics metrics, TimeProvider time, ILogger<WebhookDoor> logger)
    {
        (_agents, _secrets, _rate, _metrics, _time, _logger) = (agents, secrets, rate, metrics, time, logger);
        agents.AddIndex(BySource, agent => agent.Spec.Schedule.Triggers.Where(IsWebhook).Select(trigger => trigger.Source!).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The agents whose triggers a caller may use.</summary>
    /// <exception cref="ApiException">None; or there are too many calls; or nobody knows yet.</exception>
    public async Task<IReadOnlyList<WaitingAgent>> EnterAsync(string source, WebhookProof proof, CancellationToken cancellationToken)
    {
        if (!_agents.HasSynced)
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "Starting", "The agents are not known yet. Try again.");
        }

        var waiting = new List<WaitingAgent>();
        var now = _time.GetUtcNow();
        foreach (var agent in _agents.ByIndex(BySource, source).Where(agent => agent.Metadata.DeletionTimestamp is null))
        {
            var trigger = agent.Spec.Schedule.Triggers.First(trigger => IsWebhook(trigger) && trigger.Source == source);
            if (await _secrets.KeysAsync(agent.Metadata.Namespace ?? "", trigger.SecretRef!, cancellationToken) is { } keys && proof.Holds(keys, now))
            {
                waiting.Add(new WaitingAgent(agent, trigger, keys));
            }
        }

        if (waiting.Count == 0)
        {
            proof.Holds(Nobodys, now);
            _metrics.Refused();
            Log.Refused(_logger);
            throw new ApiException(
                StatusCodes.Status401Unauthorized,
                "Unauthorized",
                "No proof that holds for this webhook: sign the body with the trigger's Secret (X-Hub-Signature-256, or webhook-id, webhook-timestamp and webhook-signature, not older than 5 minutes), or send 'Authorization: Bearer TOKEN'.");
        }

        return _rate.Takes(source) ? waiting : throw new ApiException(StatusCodes.Status429TooManyRequests, "TooManyDeliveries", "This webhook was called too often within a minute (Web:WebhooksPerMinute). Nothing was stored; try again.");
    }

    private static bool IsWebhook(TriggerSpec trigger) => trigger.Type == TriggerType.Webhook && TriggerFields.IsUsable(trigger);

    private static partial class Log
    {
        [LoggerMessage(7140, LogLevel.Debug, "A call of a webhook was refused: it proves nothing")]
        public static partial void Refused(ILogger logger);
    }
}
