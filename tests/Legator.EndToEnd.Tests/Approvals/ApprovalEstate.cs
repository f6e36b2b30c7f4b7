using System.Globalization;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Approvals;

/// <summary>Agents that ask before they act: on a shop's web site, which counts what reaches it, and on a Deployment.</summary>
internal static class ApprovalEstate
{
    public static string Manifests(string inNamespace, int site) => EstateManifests.All(
    [
        EstateManifests.Namespace(inNamespace),
        EstateManifests.Models,
        EstateManifests.Environment(inNamespace, "shop", Address(site)),
        .. new[] { "web", "shop", "old" }.Select(name => EstateManifests.Deployment(inNamespace, name)),
        EstateManifests.Account(inNamespace, "previewer"),
        EstateManifests.MayChangeDeployments(inNamespace),
        .. Agent(inNamespace, "poster", site, "mutation-gate", "24h", "    - call: {tool: http.post, arguments: {url: (site)/poster, body: '{}'}, as: done}"),
        .. Agent(inNamespace, "patient", site, "mutation-gate", "24h", "    - call: {tool: http.post, arguments: {url: (site)/patient, body: '{}'}, as: done}"),
        .. Agent(inNamespace, "grower", site, "mutation-gate", "24h", "    - call: {tool: kubectl.scale, arguments: {resource: deployment, name: shop, namespace: (namespace), replicas: 3}, as: done}"),
        .. Agent(inNamespace, "hurried", site, "mutation-gate", "6s", "    - call: {tool: http.post, arguments: {url: (site)/hurried, body: '{}'}, as: done}"),
        .. Agent(inNamespace, "contested", site, "mutation-gate", "24h", "    - call: {tool: http.post, arguments: {url: (site)/contested, body: '{}'}, as: done}"),
        .. Agent(inNamespace, "scaler", site, "mutation-gate", "24h", "    - call: {tool: kubectl.scale, arguments: {resource: deployment, name: web, namespace: (namespace), replicas: 3}, as: done}"),
        .. Agent(inNamespace, "remover", site, "mutation-gate", "24h", "    - call: {tool: kubectl.delete, arguments: {resource: deployment, name: old, namespace: (namespace)}, as: done}"),
        .. Agent(inNamespace, "planner", site, "plan-first", "24h", """
                - call:
                    tool: plan.submit
                    arguments:
                      summary: Two orders.
                      steps:
                      - {tool: http.post, arguments: {url: (site)/plan-1, body: '{}'}, why: first}
                      - {tool: http.post, arguments: {url: (site)/plan-2, body: '{}'}, why: second}
                - call: {tool: http.post, arguments: {url: (site)/plan-1, body: '{}'}}
                - call: {tool: http.post, arguments: {url: (site)/plan-2, body: '{}'}}
                - call: {tool: http.post, arguments: {url: (site)/plan-2, body: '{}'}, expect: {verdict: deny, reason: NotPlanned}}
                - call: {tool: http.post, arguments: {url: (site)/plan-3, body: '{}'}, as: done, expect: {verdict: deny, reason: NotPlanned}}
            """),
        .. Agent(inNamespace, "strict", site, "every-action", "24h", """
                - call: {tool: http.get, arguments: {url: (site)/strict}}
                - call: {tool: http.post, arguments: {url: (site)/strict, body: '{}'}, as: done}
            """, autonomy: "automate-destructive"),
    ]);

    private static string Address(int site) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site}");

    private static IEnumerable<string> Agent(string inNamespace, string name, int site, string mode, string timeout, string turns, string autonomy = "observe")
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
                description: Acts after a person has agreed.
                version: 1.0.0
                ---
                Do what the rehearsal says.
              actions.yaml: |
                actions:
                - {id: look, tool: http.get, tier: read, description: look}
                - {id: order, tool: http.post, tier: service-mutation, description: order}
                - {id: scale, tool: kubectl.scale, tier: service-mutation, description: scale}
                - {id: remove, tool: kubectl.delete, tier: destructive-mutation, description: remove}
              rehearsal.yaml: |
                turns:
            {{turns.Replace("(site)", Address(site), StringComparison.Ordinal).Replace("(namespace)", inNamespace, StringComparison.Ordinal)}}
                - report: "${done.verdict} ${done.text}"
            """;
        yield return $$"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata: {name: {{name}}, namespace: {{inNamespace}}}
            spec:
              description: Acts after a person has agreed
              schedule: {}
              model: {tier: fast}
              environmentRef: shop
              guardrails: {autonomy: {{autonomy}}, approvalMode: {{mode}}, approvalTimeout: {{timeout}}}
              skills: [{name: {{name}}, source: "configmap://skill-{{name}}"}]
            """;
    }
}
