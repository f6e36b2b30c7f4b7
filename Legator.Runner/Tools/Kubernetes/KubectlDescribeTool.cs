using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads one object together with its events.</summary>
internal sealed class KubectlDescribeTool(KubernetesResolver resolver) : Tool<KubectlDescribeArguments>
{
    private const int MaxEvents = 20;

    public override string Name => "kubectl.describe";

    public override string Description => "Reads one Kubernetes object with its spec, status and latest events. Never shows the data of Secrets.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlDescribeArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var target = await resolver.ResolveAsync(arguments.Resource, arguments.Name, arguments.Namespace, false, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope);
        return new PreparedCall(actions, (context, token) => DescribeAsync(target, context, token)) { Observe = target.GetAsync };
    }

    private static async Task<ToolOutput> DescribeAsync(KubernetesObject target, ToolContext context, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return ToolOutput.Failed($"There is no {target.Phrase}.");
        }

        return ToolOutput.Done($"{ObjectText.Write(found)}\n\nEvents:\n{await EventsAsync(target, found, context, cancellationToken)}");
    }

    private static async Task<string> EventsAsync(KubernetesObject target, JsonObject found, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (await target.Client.ResolveAsync("events", cancellationToken) is not { } events)
            {
                return "  this cluster has none";
            }

            var query = new ListQuery { FieldSelector = $"involvedObject.name={target.Name}" };
            var page = await target.Client.ListAsync(events, target.Namespace, query, cancellationToken, target.Call);
            return Lines(page.Items.Where(e => IsAbout(e, found)), context.Time.GetUtcNow());
        }
        catch (ClusterException exception)
        {
            return $"  could not be read: {exception.Message}";
        }
    }

    private static bool IsAbout(JsonObject happening, JsonObject found) =>
        ObjectFields.Text(happening, "involvedObject", "name") == ObjectFields.Text(found, "metadata", "name")
        && ObjectFields.Text(happening, "involvedObject", "kind") == ObjectFields.Text(found, "kind");

    private static string Lines(IEnumerable<JsonObject> events, DateTimeOffset now)
    {
        var lines = events
            .OrderByDescending(e => ObjectAge.Read(LastSeen(e)) ?? DateTimeOffset.MinValue)
            .Take(MaxEvents)
            .Select(e => $"  {ObjectAge.Of(LastSeen(e), now)} ago  {ObjectFields.Text(e, "type")}  {ObjectFields.Text(e, "reason")}  x{Math.Max(1, ObjectFields.Number(e, "count"))}  {ObjectFields.Text(e, "message")}")
            .ToList();
        return lines.Count == 0 ? "  none" : string.Join('\n', lines);
    }

    private static JsonNode? LastSeen(JsonObject happening) =>
        ObjectFields.At(happening, "lastTimestamp") ?? ObjectFields.At(happening, "eventTime") ?? ObjectFields.At(happening, "metadata", "creationTimestamp");
}
