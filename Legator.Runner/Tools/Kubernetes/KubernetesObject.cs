using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Runner.Clusters;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What a call is about, resolved against the cluster: the kind, the place, the name, and whom to act as.</summary>
internal sealed record KubernetesObject(ClusterAccess Access, ApiResourceInfo Resource, KubernetesKind Kind, string? Namespace, string? Name)
{
    public DynamicClient Client => Access.Client;

    public ClusterCall Call => Access.Call;

    /// <summary>Version of the object that pre-conditions were checked on, so that no other one is changed; null when nobody looked.</summary>
    public string? Observed { get; private set; }

    /// <summary>In words: <c>deployments.apps/web in namespace demo</c>.</summary>
    public string Phrase => $"{Kind.QualifiedName}{(Name is null ? "" : $"/{Name}")}{Place}";

    /// <summary><c> in namespace demo</c>, <c> in all namespaces</c>, or nothing for kinds of the whole cluster.</summary>
    public string Place => !Kind.Namespaced ? "" : Namespace is null ? " in all namespaces" : $" in namespace {Namespace}";

    /// <summary>What a tool says of an object that is not there.</summary>
    public ToolOutput Missing => ToolOutput.Failed($"There is no {Phrase}.");

    /// <summary>The object as it is; null when there is none.</summary>
    public Task<JsonObject?> GetAsync(CancellationToken cancellationToken) => Client.GetAsync(Resource, Namespace, Name!, cancellationToken, Call);

    /// <summary>The same for pre-conditions: from then on only this version is changed.</summary>
    public async Task<JsonObject?> ObserveAsync(CancellationToken cancellationToken)
    {
        var found = await GetAsync(cancellationToken);
        Observed = ObjectFields.Text(found, "metadata", "resourceVersion") is { Length: > 0 } version ? version : null;
        return found;
    }

    /// <summary>Merges fields into the object, if it still is the version that was observed.</summary>
    public Task<JsonObject> MergeAsync(JsonObject fields, CancellationToken cancellationToken, PatchKind kind = PatchKind.Merge)
    {
        var patch = (JsonObject)fields.DeepClone();
        if (Observed is not null)
        {
            if (patch["metadata"] is not JsonObject metadata)
            {
                patch["metadata"] = metadata = [];
            }

            metadata["resourceVersion"] = Observed;
        }

        return Client.PatchAsync(Resource, Namespace, Name!, patch, cancellationToken, kind, call: Call, fieldManager: Access.Manager);
    }
}
