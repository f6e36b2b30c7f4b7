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

    // What an operator is told to do by a mark, and to what: delete-pod-and-pvc, pgbackrest-restore, exclude-from-backup.
    private static readonly string[] Deeds = ["delete", "remove", "purge", "wipe", "destroy", "erase", "rebuild", "reinit", "recreate", "reset", "restore", "format", "exclude", "reclaim", "truncate", "rollback"];

    private static readonly string[] Kept = ["pvc", "pv", "claim", "volume", "data", "storage", "disk", "backup", "snapshot", "replica", "restore", "archive", "bucket", "slots"];

    /// <summary>True when an operator deletes, rebuilds or restores data because of the mark, or leaves it out of what it keeps of it.</summary>
    /// <param name="mark">As it is written: <c>key=value</c> or <c>key-</c>.</param>
    public static bool IsOverData(ReadOnlySpan<char> mark)
    {
        var end = mark.IndexOf('=');
        var key = (end < 0 ? mark : mark[..end]).TrimEnd('-');
        var slash = key.IndexOf('/');
        var name = key[(slash + 1)..];
        return slash > 0 && Says(name, Deeds) is { } deed && (Says(name, Kept) is { } kept && kept != deed || (deed == "restore" && Says(key[..slash], ["operator", "backup"]) is not null));
    }

    private static string? Says(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return null;
    }

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
