namespace Legator.EndToEnd.Tests.Product;

/// <summary>The objects that estates of the tests begin with.</summary>
internal static class EstateManifests
{
    /// <summary>No vendor is asked: skills play their own rehearsals.</summary>
    public const string Models = """
        apiVersion: legator.io/v1alpha1
        kind: ModelTierConfig
        metadata: {name: default}
        spec:
          defaultAuth: {type: none}
          tiers:
          - {tier: fast, provider: scripted, model: rehearsal}
        """;

    /// <summary>Several as one text.</summary>
    public static string All(params IEnumerable<string> manifests) => string.Join("\n---\n", manifests);

    public static string Namespace(string name) => $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {name}}}";

    public static string Account(string inNamespace, string name) => $"apiVersion: v1\nkind: ServiceAccount\nmetadata: {{name: {name}, namespace: {inNamespace}}}";

    /// <param name="inNamespace">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="endpoint">Address of its endpoint, which has its name; null for none.</param>
    public static string Environment(string inNamespace, string name, string? endpoint = null) =>
        $"apiVersion: legator.io/v1alpha1\nkind: LegatorEnvironment\nmetadata: {{name: {name}, namespace: {inNamespace}}}\nspec: {{{(endpoint is null ? "" : $"endpoints: {{{name}: {{url: \"{endpoint}\"}} }} ")}}}";

    public static string Deployment(string inNamespace, string name) => $$$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: {{{name}}}, namespace: {{{inNamespace}}}}
        spec: {replicas: 1, selector: {matchLabels: {app: {{{name}}}}}, template: {metadata: {labels: {app: {{{name}}}}}, spec: {containers: [{name: c, image: i}]} } }
        """;

    /// <summary>What every agent of a namespace may do with its Deployments.</summary>
    public static string MayChangeDeployments(string inNamespace) => $$$"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: deployers, namespace: {{{inNamespace}}}}
        rules:
        - {apiGroups: [apps], resources: [deployments, deployments/scale, replicasets], verbs: [get, list, patch, update, delete]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: deployers, namespace: {{{inNamespace}}}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployers}
        subjects:
        - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:{{{inNamespace}}}"}
        """;
}
