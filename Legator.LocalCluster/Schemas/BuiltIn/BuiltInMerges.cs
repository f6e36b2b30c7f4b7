using System.Collections.Frozen;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>The merge rules of built-in kinds. The client library's types do not carry them, and without them an apply would replace whole lists.</summary>
internal static class BuiltInMerges
{
    private static readonly FrozenDictionary<string, FieldMerge> Rules = new Dictionary<string, FieldMerge>
    {
        ["PodSpec.containers"] = By("name"),
        ["PodSpec.initContainers"] = By("name"),
        ["PodSpec.ephemeralContainers"] = By("name"),
        ["PodSpec.volumes"] = By("name", "merge,retainKeys"),
        ["PodSpec.imagePullSecrets"] = By("name"),
        ["PodSpec.hostAliases"] = By("ip"),
        ["PodSpec.schedulingGates"] = By("name"),
        ["PodSpec.resourceClaims"] = By("name", "merge,retainKeys"),
        ["PodSpec.topologySpreadConstraints"] = Map("topologyKey", "topologyKey", "whenUnsatisfiable"),
        ["Container.env"] = By("name"),
        ["Container.ports"] = Map("containerPort", "containerPort", "protocol"),
        ["Container.volumeMounts"] = By("mountPath"),
        ["Container.volumeDevices"] = By("devicePath"),
        ["EphemeralContainer.env"] = By("name"),
        ["EphemeralContainer.ports"] = Map("containerPort", "containerPort", "protocol"),
        ["EphemeralContainer.volumeMounts"] = By("mountPath"),
        ["EphemeralContainer.volumeDevices"] = By("devicePath"),
        ["ServiceSpec.ports"] = Map("port", "port", "protocol"),
        ["ServiceAccount.secrets"] = By("name"),
        ["DeploymentSpec.strategy"] = new FieldMerge(ListKind.Atomic, [], null, "retainKeys"),
        ["PodStatus.podIPs"] = By("ip"),
        ["NodeStatus.addresses"] = By("type"),
        ["ObjectMeta.finalizers"] = new FieldMerge(ListKind.Set, [], null, "merge"),
        ["ObjectMeta.ownerReferences"] = By("uid"),
        ["CustomResourceDefinitionStatus.conditions"] = new FieldMerge(ListKind.Map, ["type"], null, null),
        ["PodDisruptionBudgetSpec.selector"] = new FieldMerge(ListKind.Atomic, [], null, "replace"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FieldMerge Conditions = By("type");

    /// <summary>Types that server-side apply treats as one value.</summary>
    public static bool IsAtomic(string type) =>
        type is "LabelSelector" or "LocalObjectReference" or "ObjectReference" or "SecretReference" or "TypedLocalObjectReference" or "NodeSelector" or "NodeSelectorTerm"
            or "ConfigMapKeySelector" or "SecretKeySelector" or "ObjectFieldSelector" or "ResourceFieldSelector" or "OwnerReference" or "EndpointAddress" or "RoleRef" or "Subject";

    /// <summary>The rule of a field, or null where a list is simply replaced.</summary>
    public static FieldMerge? For(string type, string field) =>
        Rules.GetValueOrDefault($"{type}.{field}") ?? (field == "conditions" && type.EndsWith("Status", StringComparison.Ordinal) ? Conditions : null);

    private static FieldMerge By(string key, string strategy = "merge") => new(ListKind.Map, [key], key, strategy);

    private static FieldMerge Map(string patchKey, params string[] keys) => new(ListKind.Map, keys, patchKey, "merge");
}
