using System.Globalization;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Pool;

/// <summary>Agents that look at a slow site, order something there once, which the site counts, and look again.</summary>
internal static class SlowFleet
{
    public const string Hanging = "hanging";

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"slow-{number}");

    /// <param name="agents">Agents that end by themselves.</param>
    /// <param name="inNamespace">Where they are.</param>
    /// <param name="site">Port of the site.</param>
    /// <param name="interval">When the one that hangs runs; null where only somebody asks for it.</param>
    public static string Manifests(int agents, string inNamespace, int site, string? interval = null) => EstateManifests.All(
    [
        EstateManifests.Namespace(inNamespace),
        EstateManifests.Models,
        EstateManifests.Environment(inNamespace, "slow", Address(site)),
        .. Enumerable.Range(0, agents).SelectMany(number => Agent(Name(number), inNamespace, "{}", Look(site) + Order(site, Name(number)) + Look(site) + Look(site))),
        .. Agent(Hanging, inNamespace, interval is null ? "{}" : $"{{interval: {interval}, jitter: 0s, concurrencyPolicy: Replace}}", Order(site, Hanging) + $"    - call: {{tool: http.get, arguments: {{url: {Address(site)}/hang}}}}\n" + Order(site, "after")),
    ]);

    private static string Address(int site) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site}");

    private static string Look(int site) => $"    - call: {{tool: http.get, arguments: {{url: {Address(site)}/look}}}}\n";

    private static string Order(int site, string what) => $"    - call: {{tool: http.post, arguments: {{url: {Address(site)}/order/{what}, body: '{{}}'}}}}\n";

    private static IEnumerable<string> Agent(string name, string inNamespace, string schedule, string turns)
    {
        yield return EstateManifests.Account(inNamespace, name);
        yield return $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: skill-{{name}}, namespace: {{inNamespace}}}
            data:
              SKILL.md: |
                ---
                name: {{name}}
                description: Looks and orders.
                version: 1.0.0
                ---
                Do what the rehearsal says.
              actions.yaml: |
                actions:
                - {id: look, tool: http.get, tier: read, description: look}
                - {id: order, tool: http.post, tier: service-mutation, description: order}
              rehearsal.yaml: |
                turns:
            {{turns}}    - report: Done.
            """;
        yield return $$"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata: {name: {{name}}, namespace: {{inNamespace}}}
            spec:
              description: Looks and orders
              schedule: {{schedule}}
              model: {tier: fast}
              environmentRef: slow
              guardrails: {autonomy: automate-safe, untrustedInput: allow}
              skills: [{name: {{name}}, source: "configmap://skill-{{name}}"}]
            """;
    }
}
