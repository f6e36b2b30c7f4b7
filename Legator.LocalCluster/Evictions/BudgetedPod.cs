using System.Text.Json.Nodes;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Evictions;

/// <summary>What disruption budgets look at in a pod.</summary>
internal static class BudgetedPod
{
    /// <summary>True for pods that a budget can hold: those that wait, are done or are going may always go.</summary>
    public static bool Counts(JsonObject pod) => !ObjectMeta.IsDeleting(pod) && Phase(pod) is not ("Succeeded" or "Failed" or "Pending");

    /// <summary>True for a pod that serves.</summary>
    public static bool IsHealthy(JsonObject pod) =>
        Counts(pod) && (pod["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>().Any(c => ObjectMeta.Text(c, "type") == "Ready" && ObjectMeta.Text(c, "status") == "True");

    private static string Phase(JsonObject pod) => ObjectMeta.Text(pod["status"] as JsonObject, "phase");
}
