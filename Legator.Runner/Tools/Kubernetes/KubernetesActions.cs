using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What a call on a resolved object would do, by the one list of classifiers: the names are the cluster's own, so that what is judged is what is executed.</summary>
internal static class KubernetesActions
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="tool">The tool.</param>
    /// <param name="target">What the call is about.</param>
    /// <param name="scope">The run.</param>
    /// <param name="action">What to do, for tools that do several things.</param>
    /// <param name="replicas">Replicas that the call asks for.</param>
    /// <exception cref="ToolInputException">Nobody can say what the call would do.</exception>
    public static IReadOnlyList<ProposedAction> Of(string tool, KubernetesObject target, RunScope scope, string? action = null, int? replicas = null)
    {
        var arguments = new Arguments(
            tool == "kubectl.logs" ? null : target.Kind.QualifiedName,
            target.Name,
            target.Namespace,
            target.Kind.Namespaced && target.Namespace is null ? true : null,
            action,
            replicas);
        var context = scope.Environment.ForClassifiers() with
        {
            Kinds = name => name.Equals(target.Kind.QualifiedName, StringComparison.OrdinalIgnoreCase) ? target.Kind : null,
        };
        var found = StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(arguments, Plain), context);
        return found.Problem is { } problem ? throw new ToolInputException(problem.Reason, problem.Message, problem.Remedy) : found.Actions;
    }

    private sealed record Arguments(string? Resource, string? Name, string? Namespace, bool? AllNamespaces, string? Action, int? Replicas);
}
