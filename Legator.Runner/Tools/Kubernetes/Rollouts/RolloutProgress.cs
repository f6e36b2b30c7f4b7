using System.Text.Json.Nodes;
using static Legator.Runner.Tools.Kubernetes.ObjectFields;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>How far a rollout has got, in a sentence.</summary>
internal static class RolloutProgress
{
    public static string Of(JsonObject workload)
    {
        if (Number(workload, "status", "observedGeneration") < Number(workload, "metadata", "generation"))
        {
            return "the change has not been taken up yet.";
        }

        var daemons = Text(workload, "kind") == "DaemonSet";
        var wanted = daemons ? Number(workload, "status", "desiredNumberScheduled") : At(workload, "spec", "replicas") is null ? 1 : Number(workload, "spec", "replicas");
        var updated = daemons ? Number(workload, "status", "updatedNumberScheduled") : Number(workload, "status", "updatedReplicas");
        var ready = daemons ? Number(workload, "status", "numberReady") : Number(workload, "status", "readyReplicas");
        var stuck = Items(workload, "status", "conditions").FirstOrDefault(c => Text(c, "type") == "Progressing" && Text(c, "status") == "False");
        return stuck is not null ? $"stuck ({Text(stuck, "reason")}): {updated} of {wanted} updated, {ready} ready. {Text(stuck, "message")}"
            : updated >= wanted && ready >= wanted ? $"complete: {ready} of {wanted} ready."
            : $"in progress: {updated} of {wanted} updated, {ready} ready.";
    }
}
