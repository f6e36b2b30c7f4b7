using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>Empties a node: no new pods, then every pod is asked to go, within the disruption budgets.</summary>
internal sealed class KubectlDrainTool(KubernetesResolver resolver) : Tool<KubectlDrainArguments>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override string Name => "kubectl.drain";

    public override string Description => "Empties a node: keeps new pods away and evicts its pods, never more at a time than their disruption budgets allow.";

    public override TimeSpan Timeout => TimeSpan.FromMinutes(4);

    protected override async Task<PreparedCall> PrepareAsync(KubectlDrainArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var node = await resolver.ResolveOneAsync("nodes", arguments.Name, null, scope, cancellationToken);
        var asked = new JsonObject
        {
            ["ignoreDaemonsets"] = arguments.IgnoreDaemonsets == true,
            ["force"] = arguments.Force == true ? true : null,
            ["deleteEmptydirData"] = arguments.DeleteEmptydirData == true ? true : null,
        };
        var actions = KubernetesActions.Of(Name, node, scope, asked);
        return ClusterAnswers.On(
            node,
            actions,
            (context, token) => DrainAsync(node, arguments, context, token),
            (_, token) => ReconcileAsync(node, arguments, token),
            inverse: token => NodeSchedule.InverseAsync(node, true, token),
            preview: token => DrainPreview.OfAsync(node, arguments, token));
    }

    private static async Task<ToolOutput> DrainAsync(KubernetesObject node, KubectlDrainArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        if (await node.GetAsync(cancellationToken) is null)
        {
            return node.Missing;
        }

        var plan = await DrainPlan.OfAsync(node, arguments, cancellationToken);
        if (plan.Obstacles.Count > 0)
        {
            return ToolOutput.Failed($"{node.Phrase} was not drained, and nothing was changed:\n{string.Join('\n', plan.Obstacles)}");
        }

        await NodeSchedule.CloseAsync(node, true, cancellationToken);
        var refused = await EvictAllAsync(node, arguments, context, cancellationToken);
        var left = await DrainPlan.OfAsync(node, arguments, cancellationToken);
        return left.Pods.Count == 0
            ? ToolOutput.Done($"Drained {node.Phrase}: {plan.Pods.Count} pods are gone, {left.Left} stay, and it takes no new ones.")
            : ToolOutput.Failed($"{node.Phrase} takes no new pods, and {left.Pods.Count} of {plan.Pods.Count} are still there after {Patience.TotalMinutes:F0} minutes:\n{string.Join('\n', left.Pods.Select(p => $"{p.Namespace}/{p.Name}{(refused.TryGetValue(p, out var because) ? $": {because}" : " is going")}"))}");
    }

    /// <summary>Asks again and again while budgets refuse; who evicts faster than a budget allows is told so by the API.</summary>
    private static async Task<Dictionary<(string, string), string>> EvictAllAsync(KubernetesObject node, KubectlDrainArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        while (true)
        {
            var refused = new Dictionary<(string, string), string>();
            var plan = await DrainPlan.OfAsync(node, arguments, cancellationToken);
            foreach (var pod in plan.Pods)
            {
                if (await EvictAsync(node, pod, cancellationToken) is { } because)
                {
                    refused[pod] = because;
                }
            }

            if (plan.Pods.Count == 0 || context.Time.GetElapsedTime(started) > Patience)
            {
                return refused;
            }

            await Task.Delay(Pause, context.Time, cancellationToken);
        }
    }

    private static async Task<string?> EvictAsync(KubernetesObject node, (string Namespace, string Name) pod, CancellationToken cancellationToken)
    {
        try
        {
            await node.Client.EvictAsync(pod.Namespace, pod.Name, cancellationToken, node.Call with { WaitsWhenThrottled = false });
            return null;
        }
        catch (ClusterException exception) when (exception.Code == 429)
        {
            return exception.Message;
        }
        catch (ClusterException exception) when (exception.IsNotFound && ObjectIsGone(exception))
        {
            return null;
        }
    }

    // A cluster that knows no evictions answers 404 as well; without a budget's word no pod is removed.
    private static bool ObjectIsGone(ClusterException exception) =>
        exception.Reason == "NotFound" && exception.Message.StartsWith("pods ", StringComparison.Ordinal);

    private static async Task<Reconciliation> ReconcileAsync(KubernetesObject node, KubectlDrainArguments arguments, CancellationToken cancellationToken)
    {
        if (await node.GetAsync(cancellationToken) is not { } found || !NodeSchedule.IsClosed(found))
        {
            return new(InterruptedOutcome.NotExecuted, $"{node.Phrase} still takes new pods, so its drain did not begin.");
        }

        var plan = await DrainPlan.OfAsync(node, arguments, cancellationToken);
        return plan.Pods.Count == 0
            ? new(InterruptedOutcome.Executed, $"{node.Phrase} takes no new pods and has none left to go.")
            : new(InterruptedOutcome.Unknown, $"{node.Phrase} takes no new pods, and {plan.Pods.Count} are still there: its drain may have been cut off half-way.");
    }
}
