using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;

namespace Legator.AppHost.Standalone;

/// <summary>What agents may do in the embedded cluster whose ServiceAccount nobody made, so that the first one runs without further ado. People may change the role as they like; guardrails hold agents besides.</summary>
internal sealed class AgentRole(DynamicClient objects)
{
    public const string Name = "legator-agent";

    /// <summary>Who makes the dry runs that people see before they approve a change; it has the same rights and is used for nothing else.</summary>
    public const string Previewer = "legator-system/legator-previewer";

    private const string Manifest = $"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: {Name}
        rules:
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: [get, list, watch]
          - apiGroups: [""]
            resources: [configmaps, endpoints, events, nodes, persistentvolumeclaims, pods, pods/eviction, replicationcontrollers, replicationcontrollers/scale, services]
            verbs: [create, update, patch, delete]
          - apiGroups: [apps, autoscaling, batch, discovery.k8s.io, networking.k8s.io, policy]
            resources: ["*"]
            verbs: [create, update, patch, delete]
        """;

    private const string PreviewerBinding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: legator-previewer
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: legator-agent}
        subjects:
          - {kind: ServiceAccount, namespace: legator-system, name: legator-previewer}
        """;

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await EnsureAsync("clusterroles", Manifest, cancellation);
        await EnsureAsync("clusterrolebindings", PreviewerBinding, cancellation);
    }

    private async Task EnsureAsync(string resource, string manifest, CancellationToken cancellation)
    {
        var kind = await objects.ResolveAsync($"{resource}.rbac.authorization.k8s.io", cancellation) ?? throw new InvalidOperationException($"The embedded cluster serves no {resource}.");
        try
        {
            await objects.CreateAsync(kind, null, Yaml.Parse(manifest)!.AsObject(), cancellation);
        }
        catch (ClusterException exists) when (exists.IsAlreadyExists)
        {
            // A start before this one made it.
        }
    }
}
