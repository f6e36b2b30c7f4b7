using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Deployments and their relatives: the defaults that are visible, the selector that must fit and may not change.</summary>
internal sealed class WorkloadBehaviour(string kind) : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        JsonObject spec = Defaults.Map(resource, "spec");
        if (kind != "DaemonSet")
        {
            Defaults.Set(spec, "replicas", 1);
        }

        switch (kind)
        {
            case "Deployment":
                Deployment(spec);
                break;
            case "StatefulSet":
                Defaults.Set(spec, "podManagementPolicy", "OrderedReady");
                Defaults.Set(spec, "revisionHistoryLimit", 10);
                Defaults.Set(spec, "updateStrategy", new JsonObject { ["type"] = "RollingUpdate", ["rollingUpdate"] = new JsonObject { ["partition"] = 0 } });
                break;
            case "DaemonSet":
                Defaults.Set(spec, "revisionHistoryLimit", 10);
                Defaults.Set(spec, "updateStrategy", new JsonObject { ["type"] = "RollingUpdate", ["rollingUpdate"] = new JsonObject { ["maxSurge"] = 0, ["maxUnavailable"] = 1 } });
                break;
        }

        if (spec["template"]?["spec"] is JsonObject pod)
        {
            PodTemplate.Default(pod);
        }

        Defaults.Set(resource, "status", kind is "ReplicaSet" or "StatefulSet" ? new JsonObject { ["replicas"] = 0 } : new JsonObject());
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
        JsonObject spec = (JsonObject)resource["spec"]!;
        if (spec["selector"] is not JsonObject selector)
        {
            causes.Add(StatusCause.Required("spec.selector", ""));
        }
        else
        {
            CheckSelector(spec, selector, old, causes);
        }

        PodTemplate.Validate(spec["template"]?["spec"] as JsonObject, "spec.template.spec", causes);
        if (spec["replicas"] is JsonValue replicas && replicas.TryGetValue(out long count) && count < 0)
        {
            causes.Add(StatusCause.Invalid("spec.replicas", replicas.ToString(), "must be greater than or equal to 0"));
        }
    }

    private static void CheckSelector(JsonObject spec, JsonObject selector, JsonObject? old, List<StatusCause> causes)
    {
        JsonObject? labels = spec["template"]?["metadata"]?["labels"] as JsonObject;
        foreach ((string key, JsonNode? value) in selector["matchLabels"] as JsonObject ?? [])
        {
            if (!JsonNode.DeepEquals(labels?[key], value))
            {
                causes.Add(StatusCause.Invalid("spec.template.metadata.labels", labels?.ToJsonString() ?? "null", "`selector` does not match template `labels`"));
                break;
            }
        }

        if (old?["spec"]?["selector"] is { } before && !JsonNode.DeepEquals(before, selector))
        {
            causes.Add(StatusCause.Invalid("spec.selector", selector.ToJsonString(), "field is immutable"));
        }
    }

    private static void Deployment(JsonObject spec)
    {
        Defaults.Set(spec, "revisionHistoryLimit", 10);
        Defaults.Set(spec, "progressDeadlineSeconds", 600);
        JsonObject strategy = Defaults.Map(spec, "strategy");
        Defaults.Set(strategy, "type", "RollingUpdate");
        if (strategy["type"]?.ToString() == "RollingUpdate")
        {
            JsonObject rolling = Defaults.Map(strategy, "rollingUpdate");
            Defaults.Set(rolling, "maxSurge", "25%");
            Defaults.Set(rolling, "maxUnavailable", "25%");
        }
    }
}
