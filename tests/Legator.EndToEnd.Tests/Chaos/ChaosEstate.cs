using System.Globalization;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Agents whose every run draws a ticket, orders for it once, and restarts the agent's own Deployment once: what both servers count shows how often a run acted.</summary>
internal sealed class ChaosEstate(string inNamespace, string desk, int interval)
{
    public const string Clock = "clock-";
    public const string Asked = "asked-";

    /// <summary>Agents by the clock: the even ones queue and make up for ten slots; the odd ones forbid. Then those that people ask.</summary>
    public string Manifests(int clocks, int asked) => string.Join("\n---\n", Shared()
        .Concat(Enumerable.Range(0, clocks).SelectMany(n => Agent(Name(Clock, n), n, Every(n) + (n % 2 == 0 ? Queues : ""))))
        .Concat(Enumerable.Range(0, asked).SelectMany(n => Agent(Name(Asked, n), n, ""))));

    public static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);

    private const string Queues = ", concurrencyPolicy: Queue, missedSlots: all";

    /// <summary>Some are due a little less often than others, so that not all come at once.</summary>
    private string Every(int number) => string.Create(CultureInfo.InvariantCulture, $"interval: {interval + (number % 7)}s, jitter: 0s");

    private IEnumerable<string> Shared()
    {
        yield return EstateManifests.Models;
        yield return $"apiVersion: legator.io/v1alpha1\nkind: LegatorEnvironment\nmetadata: {{name: shop, namespace: {inNamespace}}}\nspec: {{endpoints: {{desk: {{url: \"{desk}\"}}}}}}";
        yield return $$$"""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: restarters, namespace: {{{inNamespace}}}}
            rules:
            - {apiGroups: [apps], resources: [deployments], verbs: [get, patch]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: restarters, namespace: {{{inNamespace}}}}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: restarters}
            subjects:
            - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:{{{inNamespace}}}"}
            """;
    }

    private IEnumerable<string> Agent(string name, int number, string schedule)
    {
        yield return EstateManifests.Account(inNamespace, name);
        yield return $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}, namespace: {inNamespace}}}\nspec:\n  replicas: 1\n  selector: {{matchLabels: {{app: {name}}}}}\n  template: {{metadata: {{labels: {{app: {name}}}}}, spec: {{containers: [{{name: c, image: i}}]}}}}";
        yield return $$$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: skill-{{{name}}}, namespace: {{{inNamespace}}}}
            data:
              SKILL.md: |
                ---
                name: order
                description: Orders and restarts.
                version: 1.0.0
                ---
                Draw a ticket, order for it, restart the deployment.
              actions.yaml: |
                actions:
                - {id: draw, tool: http.get, tier: read, description: draw a ticket}
                - {id: post, tool: http.post, tier: service-mutation, description: order}
                - {id: put, tool: http.put, tier: service-mutation, description: order}
                - {id: restart, tool: kubectl.rollout, tier: service-mutation, description: restart}
              rehearsal.yaml: |
                turns:
                - call: {tool: http.get, arguments: {url: "{{{desk}}}/ticket"}, as: drawn, take: {ticket: {regex: '(ticket-\d+)' } } }
                - when: {value: "${drawn.ticket}", isNot: ""}
                  call: {tool: http.{{{(number % 4 < 2 ? "post" : "put")}}}, arguments: {url: "{{{desk}}}/orders/${drawn.ticket}", body: '{"from":"{{{name}}}"}'}}
                - call: {tool: kubectl.rollout, arguments: {action: restart, resource: deployment, namespace: {{{inNamespace}}}, name: "{{{name}}}" } }
                - report: Ordered and restarted.
            """;
        yield return $$$"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata: {name: {{{name}}}, namespace: {{{inNamespace}}}}
            spec:
              description: Orders and restarts.
              schedule: { {{{schedule}}} }
              model: {tier: fast}
              environmentRef: shop
              guardrails: {autonomy: automate-destructive, allowedActions: ["*"], untrustedInput: allow, limits: {maxMutationsPerHour: 1000000} }
              skills:
              - {name: order, source: "configmap://skill-{{{name}}}"}
            """;
    }
}
