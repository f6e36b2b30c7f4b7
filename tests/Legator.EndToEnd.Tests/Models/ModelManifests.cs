using System.Text.Json;

namespace Legator.EndToEnd.Tests.Models;

/// <summary>An agent whose sheet declares every tool, so that each request carries the schemas of all of them, and the tiers that it may ask for.</summary>
internal static class ModelManifests
{
    public const string Namespace = "models";

    /// <summary>What every run needs: the environment with a site, the sheet, and who may read what.</summary>
    public static string Estate(int site) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        apiVersion: v1
        kind: Namespace
        metadata: {name: {{Namespace}}}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorEnvironment
        metadata: {name: estate, namespace: {{Namespace}}}
        spec:
          endpoints:
            site: {url: "http://127.0.0.1:{{site}}"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: skill-look, namespace: {{Namespace}}}
        data:
          SKILL.md: |
            ---
            name: look
            description: Looks around.
            version: 1.0.0
            ---
            Look around and say what you see. Größe, 中文, 😀.
          actions.yaml: |
            actions:
            - {id: anything, tool: "*", tier: read, description: whatever the guardrails allow}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: lookers}
        rules: [{apiGroups: [""], resources: [namespaces, configmaps, pods], verbs: [get, list]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: lookers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: lookers}
        subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:{{Namespace}}"}]
        """);

    public static string Agent(string name, string tier, int turns, int retries = 4) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: {{name}}, namespace: {{Namespace}}}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: {{name}}, namespace: {{Namespace}}}
        spec:
          description: Looks around
          schedule: {}
          model: {tier: {{tier}}, tokenBudget: 100000000, timeout: 30m}
          environmentRef: estate
          guardrails: {autonomy: observe, maxIterations: {{turns}}, maxRetries: {{retries}}, untrustedInput: allow}
          skills: [{name: look, source: "configmap://skill-look"}]
        """);

    public static string Secret(string name, params (string Field, string Value)[] fields) => JsonSerializer.Serialize(new
    {
        apiVersion = "v1",
        kind = "Secret",
        metadata = new { name, @namespace = Namespace },
        stringData = fields.ToDictionary(field => field.Field, field => field.Value),
    });

    public static string Config(params IEnumerable<object> tiers) => JsonSerializer.Serialize(new
    {
        apiVersion = "legator.io/v1alpha1",
        kind = "ModelTierConfig",
        metadata = new { name = "default" },
        spec = new { tiers },
    });
}
