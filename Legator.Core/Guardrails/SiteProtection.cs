using System.Collections.Frozen;
using Legator.Core.Guardrails.Patterns;
using Legator.Core.Resources.Environments;

namespace Legator.Core.Guardrails;

/// <summary>The protection classes that an environment or a skill adds. They can only tighten: what would loosen a built-in rule is an error, and would have no effect if it were let in.</summary>
public static class SiteProtection
{
    private static readonly FrozenSet<string> Domains = FrozenSet.ToFrozenSet(
        ["kubernetes", "ssh", "sql", "http", "aws", "azure", "dns", "mcp", "state", "delegation"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The classes as the gate takes them.</summary>
    public static IEnumerable<ProtectionClass> Read(IEnumerable<ProtectionClassSpec> specs) =>
        specs.Select(spec => new ProtectionClass(spec.Name, [.. spec.Rules.Select(rule => new ProtectionRule(
            rule.Domain ?? "", rule.Pattern, rule.Action, Sentence(rule.Description ?? spec.Description ?? "It is protected")))]));

    /// <summary>Everything that is wrong with added classes, each with its field and the fix.</summary>
    /// <param name="field">Where they are written, e.g. <c>spec.protectionClasses</c>.</param>
    /// <param name="specs">The classes.</param>
    public static IEnumerable<string> Problems(string field, IReadOnlyList<ProtectionClassSpec> specs)
    {
        for (var i = 0; i < specs.Count; i++)
        {
            var (at, spec) = ($"{field}[{i}]", specs[i]);
            if (string.IsNullOrWhiteSpace(spec.Name))
            {
                yield return $"{at}.name: is blank: name the class, so that refusals can name it";
            }
            else if (BuiltInProtection.Classes.Any(c => c.Name.Equals(spec.Name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{at}.name: '{spec.Name}' is a built-in class, which nothing changes: choose another name";
            }

            foreach (var problem in spec.Rules.SelectMany((rule, index) => RuleProblems($"{at}.rules[{index}]", rule)))
            {
                yield return problem;
            }
        }
    }

    private static string Sentence(string text) => text.TrimEnd() is [.., '.' or '!' or '?'] ? text : $"{text.TrimEnd()}.";

    private static IEnumerable<string> RuleProblems(string at, ProtectionRuleSpec rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Pattern))
        {
            yield return $"{at}.pattern: is blank: write a pattern over verb and target, such as 'delete pvc/*'";
        }

        if (!string.IsNullOrEmpty(rule.Domain) && !Domains.Contains(rule.Domain))
        {
            yield return $"{at}.domain: there is no domain '{rule.Domain}': write one of {string.Join(", ", Domains.Order(StringComparer.Ordinal))}, or leave it out for all";
        }

        if (LoosenedBy(rule) is { } builtIn)
        {
            yield return $"{at}.action: '{rule.Pattern}' is {(builtIn.Effect == ProtectionEffect.Block ? "blocked" : "left to a person")} by a built-in rule ('{builtIn.Pattern}'), and no class loosens that: remove the rule";
        }
    }

    private static ProtectionRule? LoosenedBy(ProtectionRuleSpec rule) =>
        BuiltInProtection.Classes.SelectMany(c => c.Rules).FirstOrDefault(builtIn =>
            rule.Action > builtIn.Effect
            && (string.IsNullOrEmpty(rule.Domain) || builtIn.Domain.Length == 0 || builtIn.Domain.Equals(rule.Domain, StringComparison.OrdinalIgnoreCase))
            && new Glob(builtIn.Pattern).Matches(rule.Pattern));
}
