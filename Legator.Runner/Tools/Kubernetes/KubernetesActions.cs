using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What a call on resolved objects would do, by the one list of classifiers: the names are the cluster's own, so that what is judged is what is executed.</summary>
internal static class KubernetesActions
{
    /// <param name="tool">The tool.</param>
    /// <param name="target">What the call is about.</param>
    /// <param name="scope">The run.</param>
    /// <param name="more">What the call asks for besides.</param>
    /// <exception cref="ToolInputException">Nobody can say what the call would do.</exception>
    public static IReadOnlyList<ProposedAction> Of(string tool, KubernetesObject target, RunScope scope, JsonObject? more = null)
    {
        var arguments = more is null ? [] : (JsonObject)more.DeepClone();
        if (tool != "kubectl.logs")
        {
            arguments["resource"] = target.Kind.QualifiedName;
        }

        arguments["name"] = target.Name;
        arguments["namespace"] = target.Namespace;
        arguments["allNamespaces"] = target.Kind.Namespaced && target.Namespace is null ? true : null;
        return Of(tool, arguments, [target.Kind], scope);
    }

    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Everything that it is asked for.</param>
    /// <param name="kinds">The kinds that are named in there, as the cluster has them.</param>
    /// <param name="scope">The run.</param>
    /// <exception cref="ToolInputException">Nobody can say what the call would do.</exception>
    public static IReadOnlyList<ProposedAction> Of(string tool, JsonObject arguments, IReadOnlyList<KubernetesKind> kinds, RunScope scope)
    {
        var context = scope.Environment.ForClassifiers() with { Kinds = name => kinds.FirstOrDefault(k => IsNamed(k, name)) };
        var found = StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(arguments), context);
        return found.Problem is { } problem ? throw new ToolInputException(problem.Reason, problem.Message, problem.Remedy) : found.Actions;
    }

    // Manifests name a kind and its group, everything else its plural.
    private static bool IsNamed(KubernetesKind kind, string name) =>
        name.Equals(kind.QualifiedName, StringComparison.OrdinalIgnoreCase)
        || name.Equals(kind.Group.Length == 0 ? kind.Kind : $"{kind.Kind}.{kind.Group}", StringComparison.OrdinalIgnoreCase);
}
