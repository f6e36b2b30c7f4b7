using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;
using Legator.LocalCluster.Writes.Kinds;

namespace Legator.LocalCluster.Definitions;

/// <summary>CustomResourceDefinitions are checked when written and established at once: nothing has to be waited for here.</summary>
internal sealed class DefinitionBehaviour(TimeProvider time) : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        JsonObject spec = Defaults.Map(resource, "spec");
        JsonObject names = Defaults.Map(spec, "names");
        string kind = ObjectMeta.Text(names, "kind");
        Defaults.Set(names, "singular", kind.ToLowerInvariant());
        Defaults.Set(names, "listKind", kind + "List");
        Defaults.Set(spec, "conversion", new JsonObject { ["strategy"] = "None" });
        JsonObject status = old?["status"]?.DeepClone() as JsonObject ?? [];
        status["acceptedNames"] = names.DeepClone();
        status["storedVersions"] = StoredVersions(spec, status["storedVersions"] as JsonArray);
        Defaults.Set(status, "conditions", Conditions());
        resource["status"] = status;
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes) => DefinitionChecks.Run(resource, old, causes);

    private JsonArray Conditions()
    {
        string now = ObjectMeta.Timestamp(time.GetUtcNow());
        return [Condition("NamesAccepted", "NoConflicts", "no conflicts found", now), Condition("Established", "InitialNamesAccepted", "the initial names have been accepted", now)];
    }

    private static JsonObject Condition(string type, string reason, string message, string now) => new()
    {
        ["type"] = type,
        ["status"] = "True",
        ["lastTransitionTime"] = now,
        ["reason"] = reason,
        ["message"] = message,
    };

    private static JsonArray StoredVersions(JsonObject spec, JsonArray? before)
    {
        string storage = (spec["versions"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(v => DefinitionChecks.Flag(v, "storage")) is { } version
            ? ObjectMeta.Text(version, "name")
            : "";
        List<string> stored = [.. (before ?? []).Select(v => v!.ToString())];
        if (storage.Length > 0 && !stored.Contains(storage))
        {
            stored.Add(storage);
        }

        return [.. stored.Select(v => (JsonNode)v)];
    }
}
