namespace Legator.LocalCluster.Catalog;

/// <summary>The kinds that are served without a definition, with the names that real clusters give them.</summary>
internal static class BuiltinKinds
{
    private static readonly ScalePaths _replicas = new(".spec.replicas", ".status.replicas", ".spec.selector");

    public static readonly IReadOnlyList<ResourceKind> All =
    [
        .. Core(),
        .. Workloads(),
        .. Policies(),
        Kind("apiextensions.k8s.io/v1", "customresourcedefinitions", "CustomResourceDefinition", false, "crd,crds", "api-extensions", status: true, generation: true),
        Review("authentication.k8s.io/v1", "selfsubjectreviews", "SelfSubjectReview", false),
        Review("authentication.k8s.io/v1", "tokenreviews", "TokenReview", false),
        Review("authorization.k8s.io/v1", "localsubjectaccessreviews", "LocalSubjectAccessReview", true),
        Review("authorization.k8s.io/v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview", false),
        Review("authorization.k8s.io/v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview", false),
        Review("authorization.k8s.io/v1", "subjectaccessreviews", "SubjectAccessReview", false),
    ];

    private static IEnumerable<ResourceKind> Core() =>
    [
        Kind("v1", "configmaps", "ConfigMap", true, "cm"),
        Kind("v1", "endpoints", "Endpoints", true, "ep", singular: "endpoints"),
        Kind("v1", "events", "Event", true, "ev", fields:
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
            "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
        ]),
        Kind("v1", "limitranges", "LimitRange", true, "limits"),
        Kind("v1", "namespaces", "Namespace", false, "ns", status: true, fields: ["status.phase"]),
        Kind("v1", "nodes", "Node", false, "no", status: true, fields: ["spec.unschedulable"]),
        Kind("v1", "persistentvolumeclaims", "PersistentVolumeClaim", true, "pvc", status: true),
        Kind("v1", "persistentvolumes", "PersistentVolume", false, "pv", status: true),
        Kind("v1", "pods", "Pod", true, "po", "all", status: true, generation: true, fields:
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.nominatedNodeName",
        ]),
        Kind("v1", "replicationcontrollers", "ReplicationController", true, "rc", "all", status: true, generation: true, scale: true, fields: ["status.replicas"]),
        Kind("v1", "resourcequotas", "ResourceQuota", true, "quota", status: true),
        Kind("v1", "secrets", "Secret", true, "", fields: ["type"]),
        Kind("v1", "serviceaccounts", "ServiceAccount", true, "sa"),
        Kind("v1", "services", "Service", true, "svc", "all", status: true, fields: ["spec.clusterIP", "spec.type"]),
        new ResourceKind
        {
            Group = "events.k8s.io",
            Version = "v1",
            Plural = "events",
            Singular = "event",
            Kind = "Event",
            Namespaced = true,
            ShortNames = ["ev"],
            StorageApiVersion = "v1",
            Collection = "events",
            SelectableFields = ["reason", "regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid", "type", "reportingController"],
        },
    ];

    private static IEnumerable<ResourceKind> Workloads() =>
    [
        Kind("apps/v1", "controllerrevisions", "ControllerRevision", true, ""),
        Kind("apps/v1", "daemonsets", "DaemonSet", true, "ds", "all", status: true, generation: true),
        Kind("apps/v1", "deployments", "Deployment", true, "deploy", "all", status: true, generation: true, scale: true),
        Kind("apps/v1", "replicasets", "ReplicaSet", true, "rs", "all", status: true, generation: true, scale: true, fields: ["status.replicas"]),
        Kind("apps/v1", "statefulsets", "StatefulSet", true, "sts", "all", status: true, generation: true, scale: true),
        Kind("autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", true, "hpa", "all", status: true),
        Kind("batch/v1", "cronjobs", "CronJob", true, "cj", "all", status: true, generation: true),
        Kind("batch/v1", "jobs", "Job", true, "", "all", status: true, generation: true, fields: ["status.successful"]),
    ];

    private static IEnumerable<ResourceKind> Policies() =>
    [
        Kind("coordination.k8s.io/v1", "leases", "Lease", true, ""),
        Kind("discovery.k8s.io/v1", "endpointslices", "EndpointSlice", true, "", generation: true),
        Kind("networking.k8s.io/v1", "ingressclasses", "IngressClass", false, "", generation: true),
        Kind("networking.k8s.io/v1", "ingresses", "Ingress", true, "ing", status: true, generation: true),
        Kind("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", true, "netpol", generation: true),
        Kind("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", true, "pdb", status: true, generation: true),
        Kind("rbac.authorization.k8s.io/v1", "clusterrolebindings", "ClusterRoleBinding", false, ""),
        Kind("rbac.authorization.k8s.io/v1", "clusterroles", "ClusterRole", false, ""),
        Kind("rbac.authorization.k8s.io/v1", "rolebindings", "RoleBinding", true, ""),
        Kind("rbac.authorization.k8s.io/v1", "roles", "Role", true, ""),
        Kind("scheduling.k8s.io/v1", "priorityclasses", "PriorityClass", false, "pc"),
        Kind("storage.k8s.io/v1", "storageclasses", "StorageClass", false, "sc"),
    ];

    private static ResourceKind Kind(
        string apiVersion, string plural, string kind, bool namespaced, string shortNames, string categories = "",
        bool status = false, bool generation = false, bool scale = false, string? singular = null, string[]? fields = null)
    {
        (string group, string version) = Split(apiVersion);
        return new ResourceKind
        {
            Group = group,
            Version = version,
            Plural = plural,
            Singular = singular ?? kind.ToLowerInvariant(),
            Kind = kind,
            ListKind = kind + "List",
            Namespaced = namespaced,
            ShortNames = Words(shortNames),
            Categories = Words(categories),
            HasStatus = status,
            HasGeneration = generation,
            Scale = scale ? _replicas : null,
            SelectableFields = fields ?? [],
        };
    }

    private static ResourceKind Review(string apiVersion, string plural, string kind, bool namespaced)
    {
        (string group, string version) = Split(apiVersion);
        return new ResourceKind
        {
            Group = group,
            Version = version,
            Plural = plural,
            Singular = kind.ToLowerInvariant(),
            Kind = kind,
            Namespaced = namespaced,
            CreateOnly = true,
        };
    }

    private static (string Group, string Version) Split(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
