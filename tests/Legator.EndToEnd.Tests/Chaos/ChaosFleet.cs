using System.Globalization;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The load of the kill test: many agents that are due every few seconds, each reading and counting through its rehearsal.</summary>
internal static class ChaosFleet
{
    public const string Namespace = "chaos";

    public static string Manifests(int agents, string inNamespace = Namespace, string schedule = "interval: 2s, jitter: 0s") =>
        string.Join("\n---\n", Shared(inNamespace).Concat(Enumerable.Range(0, agents).Select(number => Agent(number, inNamespace, schedule))));

    private static IEnumerable<string> Shared(string inNamespace)
    {
        yield return EstateManifests.Namespace(inNamespace);
        yield return EstateManifests.Models;
        yield return $"apiVersion: legator.io/v1alpha1\nkind: LegatorEnvironment\nmetadata: {{name: local, namespace: {inNamespace}}}\nspec: {{}}";
        yield return $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: target, namespace: {inNamespace}}}\nspec:\n  replicas: 1\n  selector: {{matchLabels: {{app: target}}}}\n  template: {{metadata: {{labels: {{app: target}}}}, spec: {{containers: [{{name: c, image: i}}]}}}}";
        yield return $$$"""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: counters, namespace: {{{inNamespace}}}}
            rules:
            - {apiGroups: [apps], resources: [deployments], verbs: [get, patch]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: counters, namespace: {{{inNamespace}}}}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: counters}
            subjects:
            - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:{{{inNamespace}}}"}
            """;
        yield return $$$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: skill-count, namespace: {{{inNamespace}}}}
            data:
              SKILL.md: |
                ---
                name: count
                description: Reads, restarts and counts.
                version: 1.0.0
                ---
                Read the deployment, restart it, count the run.
              actions.yaml: |
                actions:
                - {id: read, tool: kubectl.get, targetPattern: "*", tier: read, description: look}
                - {id: restart, tool: kubectl.rollout, targetPattern: "*", tier: service-mutation, description: restart}
                - {id: count, tool: state.set, targetPattern: "*", tier: read, description: count}
                - {id: recall, tool: state.get, targetPattern: "*", tier: read, description: recall}
              rehearsal.yaml: |
                turns:
                - call:
                  - {tool: kubectl.get, arguments: {resource: deployments, name: target, namespace: {{{inNamespace}}}}}
                - call:
                  - {tool: kubectl.rollout, arguments: {action: restart, resource: deployment, name: target, namespace: {{{inNamespace}}}}}
                - call:
                  - {tool: state.set, arguments: {key: last, value: done}}
                - report: Counted.
            """;
    }

    private static string Agent(int number, string inNamespace, string schedule) => $$$"""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: counter-{{{number.ToString(CultureInfo.InvariantCulture)}}}, namespace: {{{inNamespace}}}}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: counter-{{{number.ToString(CultureInfo.InvariantCulture)}}}, namespace: {{{inNamespace}}}}
        spec:
          description: Counts.
          schedule: { {{{schedule}}} }
          model: {tier: fast}
          environmentRef: local
          guardrails: {autonomy: automate-safe, allowedActions: ["*"], untrustedInput: allow}
          skills:
          - {name: count, source: "configmap://skill-count"}
        """;
}
