using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Selectors;

namespace Legator.LocalCluster.Evictions;

/// <summary>One PodDisruptionBudget. No controller keeps its status here, so it is counted when it is asked.</summary>
internal sealed class DisruptionBudget(JsonObject budget, ResourceKind pods)
{
    private readonly ObjectSelector? _selector = budget["spec"]?["selector"] is JsonObject selector ? ObjectSelector.Parse(pods, Text(selector), "") : null;

    public bool Covers(StoredRecord pod) => _selector?.Matches(pod) == true;

    /// <summary>Why the pod may not go; null when it may.</summary>
    public string? Refusal(IEnumerable<StoredRecord> all, StoredRecord pod)
    {
        JsonObject[] covered = [.. all.Where(Covers).Select(ObjectStore.Parse).Where(BudgetedPod.Counts)];
        int healthy = covered.Count(BudgetedPod.IsHealthy);
        int needed = budget["spec"]?["minAvailable"] is { } least ? Amount(least, covered.Length)
            : budget["spec"]?["maxUnavailable"] is { } most ? covered.Length - Amount(most, covered.Length)
            : 0;
        int after = BudgetedPod.IsHealthy(ObjectStore.Parse(pod)) ? healthy - 1 : healthy;
        return after >= needed
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The disruption budget {ObjectMeta.Name(budget)} needs {needed} healthy pods and has {healthy} currently");
    }

    private static int Amount(JsonNode amount, int of)
    {
        string text = amount.ToString();
        bool share = text.EndsWith('%');
        int number = int.TryParse(share ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : of;
        return share ? (int)Math.Ceiling(number * of / 100d) : number;
    }

    /// <summary>The selector as lists take it.</summary>
    private static string Text(JsonObject selector)
    {
        IEnumerable<string> labels = (selector["matchLabels"] as JsonObject ?? []).Select(l => $"{l.Key}={l.Value}");
        IEnumerable<string> expressions = (selector["matchExpressions"] as JsonArray ?? []).OfType<JsonObject>().Select(Expression);
        return string.Join(',', labels.Concat(expressions));
    }

    private static string Expression(JsonObject expression)
    {
        string key = ObjectMeta.Text(expression, "key");
        string values = string.Join(',', (expression["values"] as JsonArray ?? []).Select(v => v?.ToString()));
        return ObjectMeta.Text(expression, "operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "Exists" => key,
            _ => $"!{key}",
        };
    }
}
