using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Jobs are only stored; they get the defaults and the selector that a real cluster gives them.</summary>
internal sealed class JobBehaviour : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        JsonObject spec = Defaults.Map(resource, "spec");
        Template(spec);
        Defaults.Set(resource, "status", new JsonObject());
        string uid = ObjectMeta.Uid(resource);
        if (old is null && uid.Length > 0 && spec["selector"] is null)
        {
            spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["batch.kubernetes.io/controller-uid"] = uid } };
            JsonObject labels = Defaults.Map(Defaults.Map(Defaults.Map(spec, "template"), "metadata"), "labels");
            labels["batch.kubernetes.io/controller-uid"] = uid;
            labels["batch.kubernetes.io/job-name"] = ObjectMeta.Name(resource);
            labels["controller-uid"] = uid;
            labels["job-name"] = ObjectMeta.Name(resource);
        }
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes) =>
        PodTemplate.Validate(resource["spec"]?["template"]?["spec"] as JsonObject, "spec.template.spec", causes);

    private static void Template(JsonObject spec)
    {
        Defaults.Set(spec, "completions", 1);
        Defaults.Set(spec, "parallelism", 1);
        Defaults.Set(spec, "backoffLimit", 6);
        Defaults.Set(spec, "completionMode", "NonIndexed");
        Defaults.Set(spec, "suspend", false);
        if (spec["template"]?["spec"] is JsonObject pod)
        {
            PodTemplate.Default(pod);
        }
    }
}
