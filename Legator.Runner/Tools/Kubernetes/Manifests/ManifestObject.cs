using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>One object of a manifest.</summary>
/// <param name="Target">Where it belongs.</param>
/// <param name="Body">What it shall be.</param>
internal sealed record ManifestObject(KubernetesObject Target, JsonObject Body)
{
    /// <summary>Makes the object hold what the manifest says; others' fields stay.</summary>
    public Task<JsonObject> ApplyAsync(bool force, bool rehearse, CancellationToken cancellationToken)
    {
        var body = Body;
        if (Target.Observed is not null)
        {
            body = (JsonObject)Body.DeepClone();
            body["metadata"]!["resourceVersion"] = Target.Observed;
        }

        var call = rehearse ? Target.Call with { DryRun = true } : Target.Call;
        return Target.Client.ApplyAsync(Target.Resource, Target.Namespace, Target.Name!, body, Target.Access.Manager, cancellationToken, force, call);
    }
}
