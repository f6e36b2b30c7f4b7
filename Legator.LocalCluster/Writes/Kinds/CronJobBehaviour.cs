using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Cron jobs are only stored; nothing here fires them.</summary>
internal sealed class CronJobBehaviour : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        JsonObject spec = Defaults.Map(resource, "spec");
        Defaults.Set(spec, "concurrencyPolicy", "Allow");
        Defaults.Set(spec, "suspend", false);
        Defaults.Set(spec, "successfulJobsHistoryLimit", 3);
        Defaults.Set(spec, "failedJobsHistoryLimit", 1);
        Defaults.Set(resource, "status", new JsonObject());
        if (spec["jobTemplate"]?["spec"]?["template"]?["spec"] is JsonObject pod)
        {
            PodTemplate.Default(pod);
        }
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
        if (resource["spec"]!["schedule"] is null)
        {
            causes.Add(StatusCause.Required("spec.schedule", ""));
        }
    }
}
