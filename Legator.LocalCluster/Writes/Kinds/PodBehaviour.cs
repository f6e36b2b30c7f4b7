using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Pods are only stored: no kubelet runs them, so they stay Pending until somebody writes their status.</summary>
internal sealed class PodBehaviour : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        PodTemplate.Default(Defaults.Map(resource, "spec"));
        if (old is null)
        {
            Defaults.Set(Defaults.Map(resource, "status"), "phase", "Pending");
            Defaults.Set(Defaults.Map(resource, "status"), "qosClass", "BestEffort");
        }
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes) =>
        PodTemplate.Validate(resource["spec"] as JsonObject, "spec", causes);
}
