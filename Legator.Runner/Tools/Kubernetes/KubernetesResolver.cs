using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Guardrails;
using Legator.Runner.Clusters;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Resolves the names that a model writes against what the cluster serves. Where Legator knows a name too, both must mean the same kind.</summary>
internal sealed partial class KubernetesResolver
{
    /// <summary>Resolves a kind, an optional name and an optional namespace.</summary>
    /// <exception cref="ToolInputException">A name is malformed, unknown, or means two things.</exception>
    public async Task<KubernetesObject> ResolveAsync(string resource, string? name, string? @namespace, bool allNamespaces, RunScope scope, CancellationToken cancellationToken)
    {
        (resource, name) = Split(resource.Trim(), name?.Trim());
        Require(KindName().IsMatch(resource), $"'{resource}' is not the name of one kind.", "Write one kind, e.g. pods or deployments.apps.");
        Require(name is null || ObjectName().IsMatch(name), $"'{name}' is not a valid object name.", "Write the exact name of one object.");
        Require(@namespace is null || NamespaceName().IsMatch(@namespace), $"'{@namespace}' is not a valid namespace.", "Write the name of one namespace.");
        var (access, found) = await AskAsync(resource, scope, cancellationToken);
        var kind = Agreed(resource, found);
        var place = !kind.Namespaced || (allNamespaces && name is null) ? null : @namespace ?? scope.Agent.Namespace;
        return new KubernetesObject(access, found, kind, place, name);
    }

    /// <summary>The same for exactly one object.</summary>
    /// <exception cref="ToolInputException">A name is malformed, missing, unknown, or means two things.</exception>
    public async Task<KubernetesObject> ResolveOneAsync(string resource, string name, string? @namespace, RunScope scope, CancellationToken cancellationToken)
    {
        var target = await ResolveAsync(resource, name, @namespace, false, scope, cancellationToken);
        Require(target.Name is not null, "name is empty.", "Write the name of one object.");
        return target;
    }

    /// <summary>Opens the run's cluster.</summary>
    /// <exception cref="ToolInputException">The run cannot work on it.</exception>
    public static async Task<ClusterAccess> OpenAsync(RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await (scope.Cluster ?? throw new ClusterUnusableException("This run has no cluster.", "Name one in the environment.")).OpenAsync(cancellationToken);
        }
        catch (ClusterUnusableException exception)
        {
            throw new ToolInputException(GuardrailReason.Unclassifiable, $"{exception.Message} {exception.Remedy}", exception.Remedy);
        }
    }

    private static async Task<(ClusterAccess Access, ApiResourceInfo Found)> AskAsync(string resource, RunScope scope, CancellationToken cancellationToken)
    {
        (ClusterAccess Access, ApiResourceInfo Found)? own = null;
        var seen = await scope.Lookout.SeeAsync($"kind {resource}", async () =>
        {
            var access = await OpenAsync(scope, cancellationToken);
            own = (access, await FindAsync(access.Client, resource, cancellationToken));
            return SeenKind.Of(own.Value.Found);
        });
        return own ?? (await OpenAsync(scope, cancellationToken), seen!.ToResource());
    }

    private static async Task<ApiResourceInfo> FindAsync(DynamicClient client, string resource, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ResolveAsync(resource, cancellationToken)
                ?? throw new ToolInputException(GuardrailReason.InvalidArguments, $"The cluster serves no kind '{resource}'.", "Write the kind as the cluster has it, e.g. deployments or certificates.cert-manager.io.");
        }
        catch (ClusterException exception)
        {
            throw new ToolInputException(GuardrailReason.Unclassifiable, $"The cluster could not be asked what '{resource}' is: {exception.Message}", "It may be tried again when the cluster answers.");
        }
    }

    private static KubernetesKind Agreed(string resource, ApiResourceInfo found)
    {
        var served = new KubernetesKind(found.Group, found.Plural, found.Kind, found.Namespaced);
        var known = KubernetesKinds.Find(resource);
        if (known is not null && !known.IsSameAs(served))
        {
            throw new ToolInputException(
                GuardrailReason.Unclassifiable,
                $"'{resource}' means {known.QualifiedName} by common use and {served.QualifiedName} in this cluster.",
                $"Write {served.QualifiedName} if that is what you mean.");
        }

        // Rules may use any name that either side knows.
        var aliases = found.ShortNames.Append(found.Singular).Concat(KubernetesKinds.Find(served.QualifiedName)?.ShortNames ?? []);
        return served with { ShortNames = [.. aliases.Select(a => a.ToLowerInvariant()).Distinct(StringComparer.Ordinal)] };
    }

    private static (string Resource, string? Name) Split(string resource, string? name)
    {
        if (resource.Split('/') is not [var kind, var own])
        {
            return (resource, name is "" ? null : name);
        }

        Require(name is null || name == own, $"'{resource}' already names an object.", "Write the kind in 'resource' and the name in 'name'.");
        return (kind, own);
    }

    private static void Require([DoesNotReturnIf(false)] bool condition, string message, string remedy)
    {
        if (!condition)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, message, remedy);
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.\-]{0,252}\z")]
    private static partial Regex KindName();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._:\-]{0,251}[A-Za-z0-9])?\z")]
    private static partial Regex ObjectName();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9\-]{0,61}[a-z0-9])?\z")]
    private static partial Regex NamespaceName();
}
