namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Knows labels and annotations that are more than marks: something in the cluster destroys, loosens or moves things because of them.</summary>
internal static class Marks
{
    private static readonly string[] Prefixes =
    [
        "pod-security.kubernetes.io/", "security.kubernetes.io/", "scc.", "openshift.io/sa.scc", "container.apparmor.security.beta.kubernetes.io", "seccomp.security.alpha.kubernetes.io",
        "cnpg.io/", "pv.kubernetes.io/", "volume.", "volume.beta.kubernetes.io/", "volume.kubernetes.io/", "helm.sh/resource-policy", "argocd.argoproj.io/sync-options", "kustomize.toolkit.fluxcd.io/prune",
        "kustomize.toolkit.fluxcd.io/force", "controller.kubernetes.io/pod-deletion-cost", "storageclass.kubernetes.io/", "delete-", "janitor/", "cleanup.kyverno.io/",
        "iam.amazonaws.com/", "eks.amazonaws.com/role-arn", "iam.gke.io/", "azure.workload.identity/", "rbac.authorization.kubernetes.io/", "rbac.authorization.k8s.io/", "node-role.kubernetes.io/",
        "admission", "webhook", "policies.kyverno.io/", "gatekeeper", "crossplane.io/external-name", "crossplane.io/paused", "cluster.x-k8s.io/", "kubectl.kubernetes.io/last-applied-configuration",
        "node.kubernetes.io/", "nginx.ingress.kubernetes.io/configuration-snippet", "nginx.ingress.kubernetes.io/server-snippet",
    ];

    /// <summary>True when others act on the mark.</summary>
    /// <param name="mark">As it is written: <c>key=value</c> or <c>key-</c>; null for one that is not known.</param>
    public static bool IsWeighty(string? mark) => mark is null || IsWeighty(mark.AsSpan());

    /// <summary>True when others act on the mark.</summary>
    public static bool IsWeighty(ReadOnlySpan<char> mark)
    {
        foreach (var prefix in Prefixes)
        {
            if (mark.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
