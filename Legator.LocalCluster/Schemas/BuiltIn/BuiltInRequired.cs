using System.Collections.Frozen;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>The fields that built-in kinds demand. The client library's types do not carry them.</summary>
internal static class BuiltInRequired
{
    private static readonly FrozenDictionary<string, string[]> Fields = new Dictionary<string, string[]>
    {
        ["PodSpec"] = ["containers"],
        ["Container"] = ["name"],
        ["EphemeralContainer"] = ["name"],
        ["ContainerPort"] = ["containerPort"],
        ["EnvVar"] = ["name"],
        ["Volume"] = ["name"],
        ["VolumeMount"] = ["mountPath", "name"],
        ["VolumeDevice"] = ["devicePath", "name"],
        ["KeyToPath"] = ["key", "path"],
        ["ConfigMapKeySelector"] = ["key"],
        ["SecretKeySelector"] = ["key"],
        ["ObjectFieldSelector"] = ["fieldPath"],
        ["HTTPGetAction"] = ["port"],
        ["TCPSocketAction"] = ["port"],
        ["HostPathVolumeSource"] = ["path"],
        ["PersistentVolumeClaimVolumeSource"] = ["claimName"],
        ["ServicePort"] = ["port"],
        ["DeploymentSpec"] = ["selector", "template"],
        ["StatefulSetSpec"] = ["selector", "template"],
        ["DaemonSetSpec"] = ["selector", "template"],
        ["ReplicaSetSpec"] = ["selector"],
        ["JobSpec"] = ["template"],
        ["CronJobSpec"] = ["jobTemplate", "schedule"],
        ["LabelSelectorRequirement"] = ["key", "operator"],
        ["OwnerReference"] = ["apiVersion", "kind", "name", "uid"],
        ["Event"] = ["metadata", "involvedObject"],
        ["IngressServiceBackend"] = ["name"],
        ["HTTPIngressPath"] = ["backend", "pathType"],
        ["HTTPIngressRuleValue"] = ["paths"],
        ["RoleRef"] = ["apiGroup", "kind", "name"],
        ["Subject"] = ["kind", "name"],
        ["RoleBinding"] = ["roleRef"],
        ["ClusterRoleBinding"] = ["roleRef"],
        ["PolicyRule"] = ["verbs"],
        ["Condition"] = ["lastTransitionTime", "message", "reason", "status", "type"],
        ["DeploymentCondition"] = ["status", "type"],
        ["PodCondition"] = ["status", "type"],
        ["CustomResourceDefinition"] = ["spec"],
        ["CustomResourceDefinitionSpec"] = ["group", "names", "scope", "versions"],
        ["CustomResourceDefinitionNames"] = ["kind", "plural"],
        ["CustomResourceDefinitionVersion"] = ["name", "served", "storage"],
        ["CustomResourceColumnDefinition"] = ["jsonPath", "name", "type"],
        ["SelfSubjectAccessReview"] = ["spec"],
        ["SubjectAccessReview"] = ["spec"],
        ["HorizontalPodAutoscalerSpec"] = ["maxReplicas", "scaleTargetRef"],
        ["CrossVersionObjectReference"] = ["kind", "name"],
        ["StorageClass"] = ["provisioner"],
        ["PriorityClass"] = ["value"],
        ["EndpointSlice"] = ["addressType", "endpoints"],
        ["Taint"] = ["effect", "key"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string[] Of(string type) => Fields.GetValueOrDefault(type, []);
}
