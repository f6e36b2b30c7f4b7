using System.Collections.Frozen;

namespace Legator.LocalCluster.OpenApi;

/// <summary>What <c>kubectl explain</c> says about the fields that all kinds share.</summary>
internal static class FieldTexts
{
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["ObjectMeta.annotations"] = "Free-form notes of people and tools, by key. Not used to select objects.",
        ["ObjectMeta.creationTimestamp"] = "When the server created the object, in UTC. Set by the server.",
        ["ObjectMeta.deletionGracePeriodSeconds"] = "Seconds that the object may take to end after its deletion was asked for. Set by the server.",
        ["ObjectMeta.deletionTimestamp"] = "When the object is to be gone. Set by the server when deletion is asked for while finalizers remain.",
        ["ObjectMeta.finalizers"] = "Names of those who have work to do before the object may go. It goes when the list is empty.",
        ["ObjectMeta.generateName"] = "The start of a name that the server completes, used where no name is given.",
        ["ObjectMeta.generation"] = "Counts changes of the desired state. Set by the server.",
        ["ObjectMeta.labels"] = "Keys and values by which objects are grouped and selected.",
        ["ObjectMeta.managedFields"] = "Who manages which field; kept for server-side apply.",
        ["ObjectMeta.name"] = "The name, unique among objects of the kind in the namespace. It cannot be changed.",
        ["ObjectMeta.namespace"] = "The space within which the name is unique. It cannot be changed.",
        ["ObjectMeta.ownerReferences"] = "Objects that this one depends on; when all of them are gone, so is this one.",
        ["ObjectMeta.resourceVersion"] = "The server's version of the object, for detecting changes. Opaque: compare for equality only.",
        ["ObjectMeta.selfLink"] = "No longer filled in.",
        ["ObjectMeta.uid"] = "Identifies the object in time and space. Set by the server.",
        ["OwnerReference.apiVersion"] = "Group and version of the owner.",
        ["OwnerReference.blockOwnerDeletion"] = "True where the owner may not go before this object when it is deleted in the foreground.",
        ["OwnerReference.controller"] = "True for the owner that manages this object.",
        ["OwnerReference.kind"] = "The kind of the owner.",
        ["OwnerReference.name"] = "The name of the owner.",
        ["OwnerReference.uid"] = "The uid of the owner.",
        ["ListMeta.continue"] = "Asks for the rest of a list that a limit cut short.",
        ["ListMeta.remainingItemCount"] = "How many items the rest of the list holds, where known.",
        ["ListMeta.resourceVersion"] = "The server's version of the list; a watch may start from it.",
        ["ConfigMap.data"] = "Configuration as text, by key.",
        ["ConfigMap.binaryData"] = "Configuration as bytes in base64, by key.",
        ["ConfigMap.immutable"] = "True where the data can no longer be changed.",
        ["Secret.data"] = "The secret values in base64, by key.",
        ["Secret.stringData"] = "Secret values as plain text, for writing only; they are merged into data.",
        ["Secret.type"] = "What the secret is for.",
        ["DeploymentSpec.replicas"] = "How many pods are wanted.",
        ["DeploymentSpec.selector"] = "Which pods belong to the deployment.",
        ["DeploymentSpec.template"] = "What the pods look like.",
        ["PodSpec.containers"] = "The containers of the pod; at least one.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["ObjectMeta"] = "What every stored object has: its identity and what is known about it.",
        ["ListMeta"] = "What every list has.",
        ["OwnerReference"] = "Points at an owner in the same namespace, or at a cluster-wide one.",
        ["Pod"] = "Containers that run together on one node.",
        ["Deployment"] = "Keeps a number of equal pods running and replaces them when their template changes.",
        ["Service"] = "A name and address in front of a set of pods.",
        ["ConfigMap"] = "Configuration that pods and controllers read.",
        ["Secret"] = "Values that must not be shown.",
        ["Namespace"] = "A space of names.",
        ["ServiceAccount"] = "An identity for programs.",
        ["Event"] = "Something that happened to an object.",
        ["Lease"] = "A claim that must be renewed, such as that of a leader.",
        ["CustomResourceDefinition"] = "Declares a kind.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? OfType(string type) => Types.GetValueOrDefault(type);

    public static string? OfField(string type, string field) => field switch
    {
        "apiVersion" when type != "OwnerReference" => "Group and version of this representation of the object.",
        "kind" when type != "OwnerReference" => "The kind of the object.",
        "metadata" => "Identity of the object and what is known about it.",
        "spec" => "What is wanted.",
        "status" => "What was observed; written by the system.",
        _ => Fields.GetValueOrDefault($"{type}.{field}"),
    };
}
