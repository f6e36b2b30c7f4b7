using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Defaults and the plainest checks of a pod spec, alone or inside a workload.</summary>
internal static class PodTemplate
{
    /// <summary>Nothing runs here, so only what every reader expects to find is filled in.</summary>
    public static void Default(JsonObject spec)
    {
        foreach (JsonObject container in Containers(spec, "containers").Concat(Containers(spec, "initContainers")))
        {
            Defaults.Set(container, "resources", new JsonObject());
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
