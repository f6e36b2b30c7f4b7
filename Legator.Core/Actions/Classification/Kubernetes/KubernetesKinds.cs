using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>The kinds whose short names mean the same in every cluster. A short name that several operators claim is not here: only the cluster can say whose it is.</summary>
public static class KubernetesKinds
{
    private static readonly KubernetesKind[] Table =
    [
        Core("pods", "Pod", "po"),
        Core("services", "Service", "svc"),
        Core("configmaps", "ConfigMap", "cm"),
        Core("secrets", "Secret"),
        Core("serviceaccounts", "ServiceAccount", "sa"),
        Core("endpoints", "Endpoints", "ep"),
        Core("events", "Event", "ev"),
        Core("replicationcontrollers", "ReplicationController", "rc"),
        Core("resourcequotas", "ResourceQuota", "quota"),
        Core("limitranges", "LimitRange", "limits"),
        Core("podtemplates", "PodTemplate"),
        Core("persistentvolumeclaims", "PersistentVolumeClaim", "pvc"),
        new("", "persistentvolumes", "PersistentVolume", false) { ShortNames = ["pv"] },
        new("", "namespaces", "Namespace", false) { ShortNames = ["ns"] },
        new("", "nodes", "Node", false) { ShortNames = ["no"] },
        new("", "componentstatuses", "ComponentStatus", false) { ShortNames = ["cs"] },
        new("apps", "deployments", "Deployment") { ShortNames = ["deploy"] },
        new("apps", "statefulsets", "StatefulSet") { ShortNames = ["sts"] },
        new("apps", "daemonsets", "DaemonSet") { ShortNames = ["ds"] },
        new("apps", "replicasets", "ReplicaSet") { ShortNames = ["rs"] },
        new("apps", "controllerrevisions", "ControllerRevision"),
        new("batch", "jobs", "Job"),
        new("batch", "cronjobs", "CronJob") { ShortNames = ["cj"] },
        new("autoscaling", "horizontalpodautoscalers", "HorizontalPodAutoscaler") { ShortNames = ["hpa"] },
        new("policy", "poddisruptionbudgets", "PodDisruptionBudget") { ShortNames = ["pdb"] },
        new("networking.k8s.io", "ingresses", "Ingress") { ShortNames = ["ing"] },
        new("networking.k8s.io", "networkpolicies", "NetworkPolicy") { ShortNames = ["netpol"] },
        new("networking.k8s.io", "ingressclasses", "IngressClass", false),
        new("discovery.k8s.io", "endpointslices", "EndpointSlice"),
        new("coordination.k8s.io", "leases", "Lease"),
        new("storage.k8s.io", "storageclasses", "StorageClass", false) { ShortNames = ["sc"] },
        new("storage.k8s.io", "volumeattachments", "VolumeAttachment", false),
        new("storage.k8s.io", "csidrivers", "CSIDriver", false),
        new("rbac.authorization.k8s.io", "roles", "Role"),
        new("rbac.authorization.k8s.io", "rolebindings", "RoleBinding"),
        new("rbac.authorization.k8s.io", "clusterroles", "ClusterRole", false),
        new("rbac.authorization.k8s.io", "clusterrolebindings", "ClusterRoleBinding", false),
        new("scheduling.k8s.io", "priorityclasses", "PriorityClass", false) { ShortNames = ["pc"] },
        new("certificates.k8s.io", "certificatesigningrequests", "CertificateSigningRequest", false) { ShortNames = ["csr"] },
        new("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", false) { ShortNames = ["crd", "crds"] },
        new("apiregistration.k8s.io", "apiservices", "APIService", false),
        new("admissionregistration.k8s.io", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", false),
        new("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", false),
        new("admissionregistration.k8s.io", "validatingadmissionpolicies", "ValidatingAdmissionPolicy", false),
        new("admissionregistration.k8s.io", "validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding", false),
        new("admissionregistration.k8s.io", "mutatingadmissionpolicies", "MutatingAdmissionPolicy", false),
        new("storage.k8s.io", "csinodes", "CSINode", false),
        new("storage.k8s.io", "csistoragecapacities", "CSIStorageCapacity"),
        new("storage.k8s.io", "volumeattributesclasses", "VolumeAttributesClass", false) { ShortNames = ["vac"] },
        new("node.k8s.io", "runtimeclasses", "RuntimeClass", false),
        new("flowcontrol.apiserver.k8s.io", "flowschemas", "FlowSchema", false),
        new("flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations", "PriorityLevelConfiguration", false),
        new("legator.io", "legatoragents", "LegatorAgent"),
        new("legator.io", "legatorruns", "LegatorRun"),
        new("legator.io", "legatorenvironments", "LegatorEnvironment"),
        new("legator.io", "modeltierconfigs", "ModelTierConfig"),
        new("legator.io", "approvalrequests", "ApprovalRequest"),
        new("legator.io", "agentevents", "AgentEvent"),
        new("legator.io", "agentstates", "AgentState"),
        new("legator.io", "userpolicies", "UserPolicy"),
    ];

    private static readonly FrozenDictionary<string, KubernetesKind> ByName = Table
        .SelectMany(kind => kind.Names.Select(name => (name, kind)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of that name, plural, singular or short, with or without its group; null when this table does not know it.</summary>
    public static KubernetesKind? Find(string name) => ByName.GetValueOrDefault(WithoutVersion(name));

    private static KubernetesKind Core(string plural, string kind, params string[] shortNames) =>
        new("", plural, kind) { ShortNames = shortNames };

    /// <summary><c>deployments.v1.apps</c> names a version; the kind is the same.</summary>
    private static string WithoutVersion(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return name;
        }

        var rest = name.AsSpan(dot + 1);
        var next = rest.IndexOf('.');
        return next > 0 && rest is ['v', >= '0' and <= '9', ..]
            ? $"{name.AsSpan(0, dot)}{rest[next..]}".TrimEnd('.')
            : name.TrimEnd('.');
    }
}
