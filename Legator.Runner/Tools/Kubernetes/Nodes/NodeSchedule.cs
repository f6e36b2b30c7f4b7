using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>Whether a node takes new pods.</summary>
internal static class NodeSchedule
{
    public static Task CloseAsync(KubernetesObject node, bool close, CancellationToken cancellationToken) =>
        node.MergeAsync(new JsonObject { ["spec"] = new JsonObject { ["unschedulable"] = close ? true : null } }, cancellationToken);

    public static async Task<ToolOutput> SetAsync(KubernetesObject node, bool close, CancellationToken cancellationToken)
    {
        if (await node.GetAsync(cancellationToken) is not { } found)
        {
            return node.Missing;
        }

        if (IsClosed(found) == close)
        {
            return ToolOutput.Done($"{node.Phrase} {(close ? "takes no new pods already" : "takes new pods already")}.");
        }

        await CloseAsync(node, close, cancellationToken);
        return ToolOutput.Done($"{node.Phrase} now takes {(close ? "no " : "")}new pods.");
    }

    public static async Task<Reconciliation> ReconcileAsync(KubernetesObject node, bool close, CancellationToken cancellationToken)
    {
        var found = await node.GetAsync(cancellationToken);
        return found is not null && IsClosed(found) == close
            ? new(InterruptedOutcome.Executed, $"{node.Phrase} takes {(close ? "no " : "")}new pods, as asked.")
            : new(InterruptedOutcome.NotExecuted, found is null ? $"There is no {node.Phrase}." : $"{node.Phrase} still takes {(close ? "" : "no ")}new pods.");
    }

    public static bool IsClosed(JsonObject node) => ObjectFields.Text(node, "spec", "unschedulable") == "true";
}
