using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Actions.Classification.Kubernetes;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What a call is about, resolved against the cluster: the kind, the place, the name, and whom to act as.</summary>
internal sealed record KubernetesObject(DynamicClient Client, ApiResourceInfo Resource, KubernetesKind Kind, string? Namespace, string? Name, ClusterCall Call)
{
    /// <summary>In words: <c>deployments.apps/web in namespace demo</c>.</summary>
    public string Phrase => $"{Kind.QualifiedName}{(Name is null ? "" : $"/{Name}")}{Place}";

    /// <summary><c> in namespace demo</c>, <c> in all namespaces</c>, or nothing for kinds of the whole cluster.</summary>
    public string Place => !Kind.Namespaced ? "" : Namespace is null ? " in all namespaces" : $" in namespace {Namespace}";

    /// <summary>The object as it is; null when there is none.</summary>
    public Task<JsonObject?> GetAsync(CancellationToken cancellationToken) => Client.GetAsync(Resource, Namespace, Name!, cancellationToken, Call);
}
