using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Services get the defaults that people see in a real cluster; no addresses are given out.</summary>
internal sealed class ServiceBehaviour : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        JsonObject spec = Defaults.Map(resource, "spec");
        Defaults.Set(spec, "type", "ClusterIP");
        Defaults.Set(spec, "sessionAffinity", "None");
        Defaults.Set(resource, "status", new JsonObject { ["loadBalancer"] = new JsonObject() });
        foreach (JsonObject port in (spec["ports"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            Defaults.Set(port, "protocol", "TCP");
            if (port["targetPort"] is null && port["port"] is { } number)
            {
                port["targetPort"] = number.DeepClone();
            }
        }
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
        JsonObject spec = (JsonObject)resource["spec"]!;
        if (spec["ports"] is not JsonArray { Count: > 0 } && spec["type"]?.ToString() != "ExternalName" && spec["clusterIP"]?.ToString() != "None")
        {
            causes.Add(StatusCause.Required("spec.ports", ""));
        }
    }
}
