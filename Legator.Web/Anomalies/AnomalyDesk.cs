using Legator.Backends.Kubernetes;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Web.Catalog;

namespace Legator.Web.Anomalies;

/// <summary>Shows what the Operator found unusual. It reads the AgentEvents when somebody asks: they are few, and gone after a day or two.</summary>
internal sealed class AnomalyDesk(ResourceClient<AgentEvent> events)
{
    private static readonly ListQuery Anomalies = new() { LabelSelector = $"{LegatorApi.EventTypeLabel}={AnomalyEvents.EventType}" };

    public async Task<AnomalyList> ListAsync(ListRequest request, string? agent, CancellationToken cancellationToken)
    {
        var found = (await events.ListAsync(request.Namespace, Anomalies, cancellationToken)).Items
            .Where(item => item.Spec.EventType == AnomalyEvents.EventType && (string.IsNullOrEmpty(agent) || item.Spec.SourceAgent == agent))
            .OrderByDescending(item => item.Metadata.CreationTimestamp)
            .ThenBy(item => item.Metadata.Name, StringComparer.Ordinal)
            .ToList();
        return new AnomalyList(
            [.. found.Take(request.Limit).Select(Item)],
            found.Count,
            Enum.GetValues<Severity>().ToDictionary(WireNames.Of, severity => found.Count(item => item.Spec.Severity == severity)));
    }

    private static AnomalyItem Item(AgentEvent item) => new(
        item.Metadata.Name ?? "",
        item.Metadata.Namespace ?? "",
        item.Spec.SourceAgent,
        item.Spec.SourceRun,
        item.Spec.Labels.GetValueOrDefault("kind", ""),
        WireNames.Of(item.Spec.Severity),
        item.Spec.Summary,
        item.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch);
}
