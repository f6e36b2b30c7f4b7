using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>An earlier state of a workload that the cluster keeps.</summary>
/// <param name="Number">Its number; later ones are larger.</param>
/// <param name="Cause">Why it came about, where somebody wrote that down.</param>
/// <param name="CreatedAt">When it came about first.</param>
/// <param name="Template">The pod template; null where it is kept as a patch.</param>
/// <param name="Patch">The patch that brings it back; null where there is a template.</param>
internal sealed record RolloutRevision(long Number, string Cause, JsonNode? CreatedAt, JsonObject? Template, JsonObject? Patch)
{
    /// <summary>Images of the pods, for people to tell revisions apart.</summary>
    public string Images => string.Join(',', ObjectFields.Items(Template ?? Patch?["spec"]?["template"], "spec", "containers").Select(c => ObjectFields.Text(c, "image")));
}
