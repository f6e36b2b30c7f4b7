using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Restarts a workload or says how far a rollout has got.</summary>
internal sealed class KubectlRolloutTool(KubernetesResolver resolver) : Tool<KubectlRolloutArguments>
{
    private const string RestartedAt = "kubectl.kubernetes.io/restartedAt";
    private const string RestartedBy = "legator.io/restarted-by-run";

    public override string Name => "kubectl.rollout";

    public override string Description => "Restarts a deployment, statefulset or daemonset pod by pod, or says how far a rollout has got.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlRolloutArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var target = await resolver.ResolveAsync(arguments.Resource, arguments.Name, arguments.Namespace, false, scope, cancellationToken);
        if (target.Kind is not { Group: "apps", Plural: "deployments" or "statefulsets" or "daemonsets" })
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"{target.Kind.QualifiedName} has no rollout.", "Only deployments, statefulsets and daemonsets have one.");
        }

        var restart = arguments.Action == RolloutAction.Restart;
        var actions = KubernetesActions.Of(Name, target, scope, action: restart ? "restart" : "status");
        return restart
            ? new PreparedCall(actions, (context, token) => RestartAsync(target, context, token))
            {
                Observe = target.GetAsync,
                Reconcile = (at, token) => ReconcileAsync(target, scope.Run, at, token),
            }
            : new PreparedCall(actions, (_, token) => StatusAsync(target, token)) { Observe = target.GetAsync };
    }

    private static async Task<ToolOutput> RestartAsync(KubernetesObject target, ToolContext context, CancellationToken cancellationToken)
    {
        var annotations = new JsonObject
        {
            [RestartedAt] = context.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [RestartedBy] = context.Scope.Run.ToString(),
        };
        var patch = new JsonObject { ["spec"] = new JsonObject { ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = annotations } } } };
        var after = await target.Client.PatchAsync(target.Resource, target.Namespace, target.Name!, patch, cancellationToken, call: target.Call);
        return ToolOutput.Done($"Restarted {target.Phrase}: its {ObjectFields.Number(after, "spec", "replicas")} pods are being replaced.");
    }

    private static async Task<ToolOutput> StatusAsync(KubernetesObject target, CancellationToken cancellationToken) =>
        await target.GetAsync(cancellationToken) is { } found
            ? ToolOutput.Done($"{target.Phrase}: {RolloutProgress.Of(found)}")
            : ToolOutput.Failed($"There is no {target.Phrase}.");

    // The restart leaves the run's name on the object, so the object itself tells.
    private static async Task<Reconciliation> ReconcileAsync(KubernetesObject target, RunKey run, DateTimeOffset intendedAt, CancellationToken cancellationToken)
    {
        var found = await target.GetAsync(cancellationToken);
        var annotations = ObjectFields.At(found, "spec", "template", "metadata", "annotations");
        var at = ObjectAge.Read(ObjectFields.At(annotations, RestartedAt));
        if (found is null || at is null || at < intendedAt.AddSeconds(-1))
        {
            return new(InterruptedOutcome.NotExecuted, $"{target.Phrase} carries no mark of a restart since {intendedAt.ToUniversalTime():u}.");
        }

        return ObjectFields.Text(annotations, RestartedBy) == run.ToString()
            ? new(InterruptedOutcome.Executed, $"{target.Phrase} carries this run's mark: it was restarted at {at.Value.ToUniversalTime():u}.")
            : new(InterruptedOutcome.Unknown, $"{target.Phrase} was restarted since by somebody else, so nothing shows whether this run did it before.");
    }
}
