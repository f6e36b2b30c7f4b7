namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>One operation on the Kubernetes API, with every name resolved.</summary>
/// <param name="Verb"><c>get</c>, <c>list</c>, <c>describe</c>, <c>logs</c>, <c>rollout-status</c>, <c>restart</c>, <c>scale</c>, <c>delete</c>.</param>
/// <param name="Kind">The kind, as the cluster has it.</param>
/// <param name="Namespace">Namespace; null for a kind of the whole cluster, or for all namespaces.</param>
/// <param name="Name">Name of the object; null for all of the kind.</param>
public sealed record KubernetesOperation(string Verb, KubernetesKind Kind, string? Namespace, string? Name)
{
    /// <summary>Replicas that a scale asks for; null for other verbs.</summary>
    public int? Replicas { get; init; }
}
