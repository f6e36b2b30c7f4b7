using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Defaults and the plainest checks of a pod spec, alone or inside a workload.</summary>
internal static class PodTemplate
{
    public static void Default(JsonObject spec, string restartPolicy)
    {
        Defaults.Set(spec, "restartPolicy", restartPolicy);
        Defaults.Set(spec, "terminationGracePeriodSeconds", 30);
        Defaults.Set(spec, "dnsPolicy", "ClusterFirst");
        Defaults.Set(spec, "securityContext", new JsonObject());
        Defaults.Set(spec, "schedulerName", "default-scheduler");
        foreach (JsonObject container in Containers(spec, "containers").Concat(Containers(spec, "initContainers")))
        {
            Defaults.Set(container, "terminationMessagePath", "/dev/termination-log");
            Defaults.Set(container, "terminationMessagePolicy", "File");
            Defaults.Set(container, "resources", new JsonObject());
            string image = ObjectMeta.Text(container, "image");
            bool latest = image.EndsWith(":latest", StringComparison.Ordinal) || image.LastIndexOf(':') <= image.LastIndexOf('/');
            Defaults.Set(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
            foreach (JsonObject port in Containers(container, "ports"))
            {
                Defaults.Set(port, "protocol", "TCP");
            }
        }
    }

    public static void Validate(JsonObject? spec, string path, List<StatusCause> causes)
    {
        if (spec?["containers"] is not JsonArray { Count: > 0 } containers)
        {
            causes.Add(StatusCause.Required(path + ".containers", ""));
            return;
        }

        for (int i = 0; i < containers.Count; i++)
        {
            JsonObject? container = containers[i] as JsonObject;
            if (ObjectMeta.Text(container, "name").Length == 0)
            {
                causes.Add(StatusCause.Required($"{path}.containers[{i}].name", ""));
            }
        }
    }

    private static IEnumerable<JsonObject> Containers(JsonObject spec, string name) => (spec[name] as JsonArray)?.OfType<JsonObject>() ?? [];
}
