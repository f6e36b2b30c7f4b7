using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Access;

/// <summary>One rule of a role.</summary>
internal sealed record PolicyRule(string[] Verbs, string[] Groups, string[] Resources, string[] Names, string[] Paths)
{
    public static PolicyRule Read(JsonObject rule) => new(
        Texts(rule["verbs"]), Texts(rule["apiGroups"]), Texts(rule["resources"]), Texts(rule["resourceNames"]), Texts(rule["nonResourceURLs"]));

    public static IEnumerable<PolicyRule> ReadAll(JsonNode? rules) => (rules as JsonArray ?? []).OfType<JsonObject>().Select(Read);

    /// <summary>As denials show it.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        foreach ((string name, string[] values) in (ReadOnlySpan<(string, string[])>)[("APIGroups", Groups), ("Resources", Resources), ("ResourceNames", Names), ("NonResourceURLs", Paths), ("Verbs", Verbs)])
        {
            if (values.Length > 0)
            {
                parts.Add($"{name}:[{string.Join(" ", values.Select(v => $"\"{v}\""))}]");
            }
        }

        return $"{{{string.Join(", ", parts)}}}";
    }

    public bool Allows(AccessAttributes wanted)
    {
        if (!Has(Verbs, wanted.Verb))
        {
            return false;
        }

        if (wanted.Path.Length > 0)
        {
            return Paths.Any(p => p == "*" || p == wanted.Path || (p.EndsWith('*') && wanted.Path.StartsWith(p[..^1], StringComparison.Ordinal)));
        }

        return Has(Groups, wanted.Group)
            && Resources.Any(r => r == "*" || r == wanted.FullResource || (wanted.Subresource.Length > 0 && r == "*/" + wanted.Subresource))
            && (Names.Length == 0 || Names.Contains(wanted.Name));
    }

    private static bool Has(string[] allowed, string wanted) => allowed.Contains("*") || allowed.Contains(wanted);

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(n => n?.ToString() ?? "")];
}
