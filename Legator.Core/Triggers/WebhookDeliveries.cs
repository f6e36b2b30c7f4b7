using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;

namespace Legator.Core.Triggers;

/// <summary>
/// Deliveries of webhooks as AgentEvents: the Web stores one for each agent before it answers, and the Operator makes runs of them and removes them.
/// Names follow from agent, source and id, so that a delivery that comes twice is one object.
/// </summary>
public static class WebhookDeliveries
{
    /// <summary>Type of every delivery; no other event's.</summary>
    public const string EventType = "webhook.delivery";

    /// <summary>What stands for the agent that tells, for no agent does.</summary>
    public const string Teller = "webhook";

    /// <summary>How long a delivery waits for a run, e.g. of a paused agent.</summary>
    public const string Life = "24h";

    /// <summary>True for a delivery.</summary>
    public static bool Is(AgentEvent item) => item.Spec.EventType == EventType;

    /// <summary>What a source is called in runs.</summary>
    /// <param name="source">The last part of the path.</param>
    public static string OriginOf(string source) => $"webhook/{source}";

    /// <summary>What tells a delivery from all others of its source, shorter than what the caller sent.</summary>
    /// <param name="id">As the caller sent it.</param>
    public static string Digest(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16];

    /// <summary>Name of the run of a delivery that no other came before.</summary>
    public static string RunOf(AgentKey agent, string source, string digest) => RunNames.ForRequest(agent, $"{OriginOf(source)}/{digest}");

    /// <summary>Makes a delivery, not stored yet and not sealed.</summary>
    /// <param name="agent">For whom.</param>
    /// <param name="source">The last part of the path.</param>
    /// <param name="digest">Of its id.</param>
    /// <param name="payload">What the agent is to see; null for nothing.</param>
    /// <param name="time">When it came.</param>
    public static AgentEvent Make(AgentKey agent, string source, string digest, string? payload, DateTimeOffset time) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"webhook-{Short($"{agent}\n{source}")}-{digest}",
            Namespace = agent.Namespace,
            Labels = new Dictionary<string, string>
            {
                [LegatorApi.EventTypeLabel] = EventType,
                [LegatorApi.TargetAgentLabel] = LabelValue.Of(agent.Name),
            },
            Annotations = new Dictionary<string, string>
            {
                [LegatorApi.DeliverySourceAnnotation] = source,
                [LegatorApi.DeliveryAnnotation] = digest,
                [LegatorApi.DeliveryTimeAnnotation] = time.ToString("O", CultureInfo.InvariantCulture),
            },
        },
        Spec = new AgentEventSpec
        {
            SourceAgent = Teller,
            EventType = EventType,
            Severity = Severity.Info,
            Summary = $"A delivery to /webhook/{source}.",
            Detail = payload,
            TargetAgent = agent.Name,
            Ttl = Life,
        },
    };

    /// <summary>The delivery with proof that its maker knows the trigger's Secret: rights on AgentEvents alone start no run of a webhook.</summary>
    public static AgentEvent Sealed(AgentEvent item, WebhookKeys keys) => item with
    {
        Metadata = item.Metadata with { Annotations = new Dictionary<string, string>(item.Metadata.Annotations!) { [LegatorApi.DeliverySealAnnotation] = Seal(item, keys) } },
    };

    /// <summary>True when the maker of a delivery knew the trigger's Secret, and nothing of it has changed since.</summary>
    public static bool IsGenuine(AgentEvent item, WebhookKeys keys) =>
        item.Metadata.Annotation(LegatorApi.DeliverySealAnnotation) is { } seal && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(item, keys)));

    private static string Seal(AgentEvent item, WebhookKeys keys)
    {
        string?[] told =
        [
            "legator-delivery", item.Metadata.Namespace, item.Metadata.Name, item.Spec.TargetAgent, item.Metadata.Annotation(LegatorApi.DeliverySourceAnnotation),
            item.Metadata.Annotation(LegatorApi.DeliveryAnnotation), item.Metadata.Annotation(LegatorApi.DeliveryTimeAnnotation), item.Spec.Detail,
        ];
        return Convert.ToHexStringLower(HMACSHA256.HashData(keys.SealKey(), JsonSerializer.SerializeToUtf8Bytes(told, LegatorJson.Options)));
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
