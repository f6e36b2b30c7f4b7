using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads events, the newest first.</summary>
internal sealed class KubectlEventsTool(KubernetesResolver resolver) : Tool<KubectlEventsArguments>
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    public override string Name => "kubectl.events";

    public override string Description => "Reads the latest events of a namespace, of one object, or of all namespaces.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlEventsArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        Require(arguments.Limit is null or (>= 1 and <= MaxLimit), $"limit is {arguments.Limit}.", $"Write a number from 1 to {MaxLimit}.");
        Require((arguments.Types ?? []).All(t => t is "Normal" or "Warning"), "types holds something that is no type.", "There are Normal and Warning.");
        var events = await resolver.ResolveAsync("events", null, arguments.Namespace, arguments.AllNamespaces == true, scope, cancellationToken);
        var about = arguments.For is null ? null : await AboutAsync(arguments.For, arguments, scope, cancellationToken);
        var asked = new JsonObject
        {
            ["for"] = about is null ? null : $"{about.Kind.QualifiedName}/{about.Name}",
            ["types"] = arguments.Types is { Count: > 0 } types ? string.Join(',', types) : null,
        };
        return ClusterAnswers.On(events, KubernetesActions.Of(Name, events, scope, asked), (context, token) => ReadAsync(events, about, arguments, context, token));
    }

    private async Task<KubernetesObject> AboutAsync(string text, KubectlEventsArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        Require(text.Split('/') is [{ Length: > 0 }, { Length: > 0 }], $"'{text}' names no object.", "Write kind/name, e.g. pod/web-1.");
        return await resolver.ResolveAsync(text, null, arguments.Namespace, false, scope, cancellationToken);
    }

    private static async Task<ToolOutput> ReadAsync(KubernetesObject events, KubernetesObject? about, KubectlEventsArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var found = await ObjectEvents.ReadAsync(events.Access, events.Namespace, about is null ? null : $"involvedObject.name={about.Name}", cancellationToken);
        var wanted = found
            .Where(e => about is null || ObjectFields.Text(e, "involvedObject", "kind") == about.Kind.Kind)
            .Where(e => arguments.Types is not { Count: > 0 } types || types.Contains(ObjectFields.Text(e, "type")))
            .ToList();
        var limit = arguments.Limit ?? DefaultLimit;
        var lines = wanted.Take(limit).Select(e => Line(e, events.Namespace is null, context.Time.GetUtcNow()));
        var left = wanted.Count > limit ? $"\n[{wanted.Count - limit} older ones left out]" : "";
        return ToolOutput.Done(wanted.Count == 0 ? $"No events{events.Place}{(about is null ? "" : $" about {about.Kind.QualifiedName}/{about.Name}")}." : $"{string.Join('\n', lines)}{left}");
    }

    private static string Line(JsonObject happening, bool withNamespace, DateTimeOffset now)
    {
        var place = withNamespace ? $"{ObjectFields.Text(happening, "metadata", "namespace")}  " : "";
        var subject = $"{ObjectFields.Text(happening, "involvedObject", "kind").ToLowerInvariant()}/{ObjectFields.Text(happening, "involvedObject", "name")}";
        return $"{place}{ObjectAge.Of(ObjectEvents.LastSeen(happening), now)} ago  {ObjectFields.Text(happening, "type")}  {ObjectFields.Text(happening, "reason")}  {subject}  x{ObjectEvents.Count(happening)}  {ObjectFields.Text(happening, "message").ReplaceLineEndings(" ")}";
    }

    private static void Require(bool condition, string message, string remedy)
    {
        if (!condition)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, message, remedy);
        }
    }
}
