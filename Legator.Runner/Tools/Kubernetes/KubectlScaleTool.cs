using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Kubernetes.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Sets the number of replicas of a workload.</summary>
internal sealed class KubectlScaleTool(KubernetesResolver resolver) : Tool<KubectlScaleArguments>
{
    private const string Tool = "kubectl.scale";
    private const int MaxReplicas = 1000;

    public override string Name => Tool;

    public override string Description => "Sets the number of replicas of a workload.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlScaleArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (arguments.Replicas is < 0 or > MaxReplicas)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"replicas is {arguments.Replicas}.", $"Write a number from 0 to {MaxReplicas}.");
        }

        var target = await resolver.ResolveOneAsync(arguments.Resource, arguments.Name, arguments.Namespace, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope, new JsonObject { ["replicas"] = arguments.Replicas });
        return ClusterAnswers.On(
            target,
            actions,
            (_, token) => ScaleAsync(target, arguments.Replicas, token),
            (_, token) => ReconcileAsync(target, arguments.Replicas, token),
            async (previewer, token) => await previewer.MergeAsync(new JsonObject { ["spec"] = new JsonObject { ["replicas"] = arguments.Replicas } }, token),
            token => InverseAsync(target, arguments.Replicas, token));
    }

    private static async Task<ActionRollback> InverseAsync(KubernetesObject target, int replicas, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } before || Replicas(before) is not { } was)
        {
            return ActionRollback.None($"{target.Phrase} had no number of replicas.");
        }

        var fields = ObjectInverse.Fields(before, ("/spec/replicas", replicas));
        return fields.Count == 0
            ? ActionRollback.None($"{target.Phrase} had {replicas} replicas already, so there is nothing to take back.")
            : ActionRollback.By(new RollbackStep(Tool, ObjectInverse.Arguments(target, new JsonObject { ["replicas"] = was }), $"Scale {target.Phrase} back to {was}") { Fields = fields });
    }

    private static async Task<ToolOutput> ScaleAsync(KubernetesObject target, int replicas, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } before)
        {
            return target.Missing;
        }

        if (Replicas(before) is not { } was)
        {
            return ToolOutput.Failed($"{target.Phrase} has no number of replicas.");
        }

        await target.Client.ScaleAsync(target.Resource, target.Namespace, target.Name!, replicas, cancellationToken, target.Call, target.Observed);
        return ToolOutput.Done($"Scaled {target.Phrase} from {was} to {replicas}.");
    }

    private static async Task<Reconciliation> ReconcileAsync(KubernetesObject target, int replicas, CancellationToken cancellationToken)
    {
        var found = await target.GetAsync(cancellationToken);
        var now = found is null ? null : Replicas(found);
        return now == replicas
            ? new(InterruptedOutcome.Executed, $"{target.Phrase} has {replicas} replicas, as asked.")
            : new(InterruptedOutcome.NotExecuted, found is null ? $"There is no {target.Phrase}." : $"{target.Phrase} has {now} replicas, not {replicas}.");
    }

    private static int? Replicas(JsonObject found) =>
        ObjectFields.At(found, "spec", "replicas") is JsonValue value && value.TryGetValue<int>(out var replicas) ? replicas : null;
}
