using System.Globalization;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Agents whose every run draws a ticket, orders for it once, and restarts the agent's own Deployment once: what both servers count shows how often a run acted.</summary>
internal sealed class ChaosEstate(string inNamespace, string desk, int interval)
{
    public const string Clock = "clock-";
    public const string Asked = "asked-";

    /// <summary>Agents by the clock: the even ones queue and make everything up, so that every slot has its run; the odd ones forbid. Then those that people ask.</summary>
    public string Manifests(int clocks, int asked) => string.Join("\n---\n", Shared()
        .Concat(Enumerable.Range(0, clocks).SelectMany(n => Agent(Name(Clock, n), n, n % 2 == 0 ? Queues : Forbids)))
        .Concat(Enumerable.Range(0, asked).SelectMany(n => Agent(Name(Asked, n), n, ""))));

    public static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every slot of such an agent has a run.</summary>
    public static bool MissesNothing(string agent) => agent.StartsWith(Clock, StringComparison.Ordinal) && int.Parse(agent[Clock.Length..], CultureInfo.InvariantCulture) % 2 == 0;

    private string Every => string.Create(CultureInfo.InvariantCulture, $"interval: {interval}s, jitter: 0s");

    private string Queues => $"{Every}, concurrencyPolicy: Queue, missedSlots: all";

    private string Forbids => Every;

    private IEnumerable<string> Shared()
    {
        yield return """
            apiVersion: legator.io/v1alpha1
            kind: ModelTierConfig
            metadata: {name: default}
            spec:
              defaultAuth: {type: none}
              tiers:
              - {tier: fast, provider: scripted, model: rehearsal}
            """;
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
        yield return $"apiVersion: v1\nkind: ServiceAccount\nmetadata: {{name: {name}, namespace: {inNamespace}}}";
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
