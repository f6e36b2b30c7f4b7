using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>What the object says of its pods: <c>pods ready</c>, or <c>rollout complete</c>, which also wants all of them to be of the newest revision.</summary>
/// <param name="Complete">True for the latter.</param>
internal sealed record ReadyTerm(bool Complete) : ConditionTerm
{
    public static ReadyTerm? Parse(string text) => text switch
    {
        "ready" or "pods ready" or "pods are ready" or "all pods ready" or "all pods are ready" => new(false),
        "rollout complete" or "rollout is complete" => new(true),
        _ => null,
    };

    public override bool Holds(ConditionView view, out string seen)
    {
        if (view.Found is not { } found)
        {
            seen = "there is no such object.";
            return false;
        }

        var status = found["status"] as JsonObject;
        var wanted = Number(found["spec"], "replicas") ?? Number(status, "desiredNumberScheduled");
        if (wanted is null)
        {
            var condition = (status?["conditions"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(c => (string?)c["type"] == "Ready");
            seen = condition is null ? "it says nothing of being ready." : $"its condition Ready is '{condition["status"]}'.";
            return !Complete && (string?)condition?["status"] == "True";
        }

        var ready = Number(status, "readyReplicas") ?? Number(status, "numberReady") ?? 0;
        var updated = Number(status, "updatedReplicas") ?? Number(status, "updatedNumberScheduled") ?? 0;
        var behind = Number(status, "observedGeneration") < Number(found["metadata"], "generation");
        seen = string.Create(CultureInfo.InvariantCulture, $"{ready} of {wanted} pods are ready{(Complete ? $", {updated} of the newest revision" : "")}{(behind ? ", and its newest spec is not taken up yet" : "")}.");
        return ready >= wanted && (!Complete || (updated >= wanted && !behind));
    }

    private static long? Number(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;
}
