using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>Whether a node takes new pods.</summary>
internal static class NodeSchedule
{
    public static Task<JsonObject> CloseAsync(KubernetesObject node, bool close, CancellationToken cancellationToken) =>
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

    /// <summary>The other one of cordon and uncordon, where the call changes anything.</summary>
    public static async Task<ActionRollback> InverseAsync(KubernetesObject node, bool close, CancellationToken cancellationToken)
    {
        if (await node.GetAsync(cancellationToken) is not { } before || IsClosed(before) == close)
        {
            return ActionRollback.None($"{node.Phrase} {(close ? "took no new pods" : "took new pods")} already, so there is nothing to take back.");
        }

        var arguments = JsonSerializer.SerializeToElement(new JsonObject { ["name"] = node.Name });
        var field = new RollbackField("/spec/unschedulable", close ? null : JsonSerializer.SerializeToElement(true), close ? JsonSerializer.SerializeToElement(true) : null);
        return ActionRollback.By(new RollbackStep(close ? "kubectl.uncordon" : "kubectl.cordon", arguments, $"Let {(close ? "" : "no ")}new pods onto {node.Phrase} again") { Fields = [field] });
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
