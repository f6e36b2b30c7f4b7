using System.Globalization;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;

namespace Legator.Operator.Triggers.Deliveries;

/// <summary>A delivery that is stored and has no run yet.</summary>
/// <param name="Item">The object.</param>
/// <param name="Source">The last part of the path that was called.</param>
/// <param name="Digest">What tells it from all others of its source.</param>
/// <param name="Time">When it came.</param>
internal sealed record PendingDelivery(AgentEvent Item, string Source, string Digest, DateTimeOffset Time)
{
    /// <summary>Earlier ones that it stands for, the oldest first, and itself last.</summary>
    public IEnumerable<string> All => (Item.Status?.StandsFor ?? []).Append(Digest);

    /// <summary>Reads an object; null for one that no Web has made.</summary>
    public static PendingDelivery? Of(AgentEvent item)
    {
        var metadata = item.Metadata;
        return metadata.Annotation(LegatorApi.DeliverySourceAnnotation) is { Length: > 0 } source
            && metadata.Annotation(LegatorApi.DeliveryAnnotation) is { Length: > 0 } digest
            && DateTimeOffset.TryParse(metadata.Annotation(LegatorApi.DeliveryTimeAnnotation), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
                ? new PendingDelivery(item, source, digest, time)
                : null;
    }
}
