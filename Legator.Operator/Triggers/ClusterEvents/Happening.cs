using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Triggers;

namespace Legator.Operator.Triggers.ClusterEvents;

/// <summary>One occurrence of a Kubernetes Event: when its count grows, it is another.</summary>
/// <param name="Uid">Of the Event.</param>
/// <param name="Id">Tells it from all others.</param>
/// <param name="Time">When it was.</param>
/// <param name="Event">What filters and agents see of it.</param>
internal sealed record Happening(string Uid, string Id, DateTimeOffset Time, JsonObject Event)
{
    /// <summary>Reads an Event; those of core/v1 and events.k8s.io are the same objects, written in two ways.</summary>
    public static Happening Of(CoreEvent item)
    {
        var uid = item.Metadata.Uid ?? $"{item.Metadata.Namespace}/{item.Metadata.Name}";
        var count = Math.Max(item.Count ?? 1, item.Series?.Count ?? 1);
        var time = item.Series?.LastObservedTime ?? item.LastTimestamp ?? item.EventTime ?? item.FirstTimestamp ?? item.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch;
        var about = item.InvolvedObject;
        var told = new JsonObject
        {
            ["type"] = item.Type,
            ["reason"] = item.Reason,
            ["message"] = item.Message,
            ["count"] = count,
            ["time"] = time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["involvedObject"] = new JsonObject { ["apiVersion"] = about.ApiVersion, ["kind"] = about.Kind, ["namespace"] = about.Namespace, ["name"] = about.Name },
            ["source"] = item.Source?.Component ?? item.ReportingComponent,
        };
        return new Happening(uid, WebhookDeliveries.Digest(string.Create(CultureInfo.InvariantCulture, $"{uid}/{count}")), time, told);
    }
}
