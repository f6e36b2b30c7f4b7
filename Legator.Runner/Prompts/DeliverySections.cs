using System.Globalization;
using Legator.Core.Runs;
using Legator.Runner.Sessions;

namespace Legator.Runner.Prompts;

/// <summary>What a run is told of the webhook or the Kubernetes Events that started it.</summary>
internal static class DeliverySections
{
    /// <summary>The payload, marked as text from outside, and how many deliveries it stands for.</summary>
    public static string Came(RunSnapshotDelivery? delivery, string payload)
    {
        var source = delivery?.Source ?? "webhook";
        var isWebhook = source.StartsWith("webhook", StringComparison.Ordinal);
        var what = isWebhook ? "What the caller sent" : "What the cluster told";
        var many = delivery is { Count: > 1 } ? string.Create(CultureInfo.InvariantCulture, $" ({delivery.Count} deliveries came together; {(isWebhook ? "this is the last" : "these are the last")})") : "";
        return $"{what}{many}:\n{UntrustedText.Wrap(source, payload)}";
    }
}
