using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Guardrails;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Which objects of a kind are asked for, and one page of them as a table.</summary>
/// <param name="LabelSelector">E.g. <c>app=web</c>.</param>
/// <param name="FieldSelector">E.g. <c>status.phase=Running</c>.</param>
/// <param name="Limit">At most so many; null for 100.</param>
/// <param name="Continue">The token of the page before.</param>
internal sealed record ObjectList(string? LabelSelector, string? FieldSelector, int? Limit, string? Continue)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;
    private const int FewestTried = 5;

    /// <exception cref="ToolInputException">The limit is out of range.</exception>
    public void Check()
    {
        if (Limit is < 1 or > MaxLimit)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"limit is {Limit}.", $"Write a number from 1 to {MaxLimit}.");
        }
    }

    /// <summary>What classifiers are told of it.</summary>
    public JsonObject ForClassifiers() => new() { ["labelSelector"] = LabelSelector, ["fieldSelector"] = FieldSelector };

    public async Task<ToolOutput> ReadAsync(KubernetesObject target, ToolContext context, CancellationToken cancellationToken)
    {
        var page = await PageAsync(target, Limit ?? DefaultLimit, cancellationToken);
        if (page.Items.Count == 0 && page.Continue is null)
        {
            return ToolOutput.Done($"No {target.Kind.Plural}{target.Place}{Selected}.");
        }

        var table = ObjectTable.Write(target.Kind, page.Items, withNamespace: target.Kind.Namespaced && target.Namespace is null, context.Time.GetUtcNow());
        return ToolOutput.Done($"{page.Items.Count} {target.Kind.Plural}{target.Place}{Selected}:\n{table}{More(target, page)}");
    }

    private string Selected => $"{(LabelSelector is { Length: > 0 } labels ? $" with {labels}" : "")}{(FieldSelector is { Length: > 0 } fields ? $" where {fields}" : "")}";

    /// <summary>A page that is too large to be read is asked for in smaller pieces.</summary>
    private async Task<DynamicList> PageAsync(KubernetesObject target, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var query = new ListQuery { LabelSelector = LabelSelector, FieldSelector = FieldSelector, Limit = limit, Continue = Continue };
                return await target.Client.ListAsync(target.Resource, target.Namespace, query, cancellationToken, target.Call);
            }
            catch (ClusterException exception) when (exception.Reason == "TooLarge" && limit > FewestTried)
            {
                limit = Math.Max(FewestTried, limit / 4);
            }
        }
    }

    private static string More(KubernetesObject target, DynamicList page) => page.Continue is null
        ? ""
        : $"\n[more {target.Kind.Plural} left out{(page.Remaining is { } rest ? $": {rest}" : "")}; narrow the request, or go on with continue: {page.Continue}]";
}
