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
        var target = await resolver.ResolveOneAsync(arguments.Resource, arguments.Name, arguments.Namespace, scope, cancellationToken);
        return ClusterAnswers.On(target, KubernetesActions.Of(Name, target, scope), (context, token) => DescribeAsync(target, context, token));
    }

    private static async Task<ToolOutput> DescribeAsync(KubernetesObject target, ToolContext context, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return target.Missing;
        }

        return ToolOutput.Done($"{ObjectText.Write(found)}\n\nEvents:\n{await EventsAsync(target, found, context, cancellationToken)}");
    }

    private static async Task<string> EventsAsync(KubernetesObject target, JsonObject found, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var events = await ObjectEvents.ReadAsync(target.Access, target.Namespace, $"involvedObject.name={target.Name}", cancellationToken);
            return Lines(events.Where(e => IsAbout(e, found)), context.Time.GetUtcNow());
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
            .Take(MaxEvents)
            .Select(e => $"  {ObjectAge.Of(ObjectEvents.LastSeen(e), now)} ago  {ObjectFields.Text(e, "type")}  {ObjectFields.Text(e, "reason")}  x{ObjectEvents.Count(e)}  {ObjectFields.Text(e, "message")}")
            .ToList();
        return lines.Count == 0 ? "  none" : string.Join('\n', lines);
    }
}
