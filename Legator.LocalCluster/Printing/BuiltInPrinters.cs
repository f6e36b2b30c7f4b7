using System.Collections.Frozen;

namespace Legator.LocalCluster.Printing;

/// <summary>Finds the printer of a built-in resource.</summary>
internal static class BuiltInPrinters
{
    private static readonly FrozenDictionary<string, BuiltInPrinter> ByResource = new Dictionary<string, BuiltInPrinter>
    {
        ["pods"] = WorkloadPrinters.Pods,
        ["deployments.apps"] = WorkloadPrinters.Deployments,
        ["statefulsets.apps"] = WorkloadPrinters.StatefulSets,
        ["replicasets.apps"] = WorkloadPrinters.ReplicaSets,
        ["daemonsets.apps"] = WorkloadPrinters.DaemonSets,
        ["jobs.batch"] = BatchPrinters.Jobs,
        ["cronjobs.batch"] = BatchPrinters.CronJobs,
        ["services"] = NetworkPrinters.Services,
        ["endpoints"] = NetworkPrinters.Endpoints,
        ["ingresses.networking.k8s.io"] = NetworkPrinters.Ingresses,
        ["networkpolicies.networking.k8s.io"] = NetworkPrinters.NetworkPolicies,
        ["persistentvolumes"] = StoragePrinters.Volumes,
        ["persistentvolumeclaims"] = StoragePrinters.Claims,
        ["storageclasses.storage.k8s.io"] = StoragePrinters.Classes,
        ["namespaces"] = ClusterPrinters.Namespaces,
        ["nodes"] = ClusterPrinters.Nodes,
        ["configmaps"] = ClusterPrinters.ConfigMaps,
        ["secrets"] = ClusterPrinters.Secrets,
        ["serviceaccounts"] = ClusterPrinters.ServiceAccounts,
        ["events"] = EventPrinters.Events,
        ["events.events.k8s.io"] = EventPrinters.Events,
        ["leases.coordination.k8s.io"] = ClusterPrinters.Leases,
        ["rolebindings.rbac.authorization.k8s.io"] = ClusterPrinters.RoleBindings,
        ["clusterrolebindings.rbac.authorization.k8s.io"] = ClusterPrinters.RoleBindings,
        ["roles.rbac.authorization.k8s.io"] = ClusterPrinters.NameAndCreatedAt,
        ["clusterroles.rbac.authorization.k8s.io"] = ClusterPrinters.NameAndCreatedAt,
        ["customresourcedefinitions.apiextensions.k8s.io"] = ClusterPrinters.NameAndCreatedAt,
        ["limitranges"] = ClusterPrinters.NameAndCreatedAt,
        ["priorityclasses.scheduling.k8s.io"] = ClusterPrinters.PriorityClasses,
        ["poddisruptionbudgets.policy"] = ClusterPrinters.PodDisruptionBudgets,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The printer of a resource; kinds without columns of their own show Name and Age.</summary>
    public static ITablePrinter For(string group, string resource) =>
        ByResource.GetValueOrDefault(group.Length == 0 ? resource : $"{resource}.{group}") ?? ClusterPrinters.NameAndAge;
}
