using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>Restarts a workload, takes a change of it back, holds changes back, or says how far a rollout has got.</summary>
internal sealed class KubectlRolloutTool(KubernetesResolver resolver) : Tool<KubectlRolloutArguments>
{
    public override string Name => "kubectl.rollout";

    public override string Description => "Rollouts of a deployment, statefulset or daemonset: how far one has got, its history, restart, undo, pause and resume.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlRolloutArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var target = await resolver.ResolveOneAsync(arguments.Resource, arguments.Name, arguments.Namespace, scope, cancellationToken);
        Check(arguments, target);
        var asked = new JsonObject { ["action"] = arguments.Action.ToString().ToLowerInvariant(), ["toRevision"] = arguments.ToRevision };
        var actions = KubernetesActions.Of(Name, target, scope, asked);
        return arguments.Action switch
        {
            RolloutAction.Status => ClusterAnswers.On(target, actions, (_, token) => StatusAsync(target, token)),
            RolloutAction.History => ClusterAnswers.On(target, actions, (context, token) => RolloutHistory.ReadAsync(target, context, token)),
            RolloutAction.Restart => ClusterAnswers.On(target, actions, (context, token) => RestartAsync(target, context, token), (at, token) => RestartedAsync(target, scope.Run, at, token)),
            RolloutAction.Undo => ClusterAnswers.On(target, actions, (context, token) => RolloutUndo.ExecuteAsync(target, arguments.ToRevision, context, token), (at, token) => RolloutUndo.ReconcileAsync(target, scope.Run, at, token)),
            _ => ClusterAnswers.On(target, actions, (_, token) => PauseAsync(target, arguments.Action == RolloutAction.Pause, token), (_, token) => PausedAsync(target, arguments.Action == RolloutAction.Pause, token)),
        };
    }

    private static void Check(KubectlRolloutArguments arguments, KubernetesObject target)
    {
        if (target.Kind is not { Group: "apps", Plural: "deployments" or "statefulsets" or "daemonsets" })
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"{target.Kind.QualifiedName} has no rollout.", "Only deployments, statefulsets and daemonsets have one.");
        }

        if (arguments.Action is RolloutAction.Pause or RolloutAction.Resume && target.Kind.Plural != "deployments")
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"A rollout of {target.Kind.QualifiedName} cannot be paused.", "Only one of deployments can.");
        }

        if (arguments.ToRevision is not null && (arguments.Action != RolloutAction.Undo || arguments.ToRevision < 1))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, "toRevision does not fit.", "It is the number of a revision from the history, for undo alone.");
        }
    }

    private static async Task<ToolOutput> StatusAsync(KubernetesObject target, CancellationToken cancellationToken) =>
        await target.GetAsync(cancellationToken) is { } found
            ? ToolOutput.Done($"{target.Phrase}: {RolloutProgress.Of(found)}")
            : target.Missing;

    private static async Task<ToolOutput> RestartAsync(KubernetesObject target, ToolContext context, CancellationToken cancellationToken)
    {
        var annotations = new JsonObject { [RolloutMarks.RestartedAt] = RolloutMarks.Now(context), [RolloutMarks.RestartedBy] = context.Scope.Run.ToString() };
        var after = await target.MergeAsync(
            new JsonObject { ["spec"] = new JsonObject { ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = annotations } } } },
            cancellationToken);
        var count = ObjectFields.At(after, "spec", "replicas") is null ? "" : $"{ObjectFields.Number(after, "spec", "replicas")} ";
        return ToolOutput.Done($"Restarted {target.Phrase}: its {count}pods are being replaced.");
    }

    private static async Task<Reconciliation> RestartedAsync(KubernetesObject target, RunKey run, DateTimeOffset intendedAt, CancellationToken cancellationToken)
    {
        var annotations = ObjectFields.At(await target.GetAsync(cancellationToken), "spec", "template", "metadata", "annotations");
        return RolloutMarks.Read(target.Phrase, annotations, (RolloutMarks.RestartedAt, RolloutMarks.RestartedBy), "restarted", run, intendedAt);
    }

    private static async Task<ToolOutput> PauseAsync(KubernetesObject target, bool pause, CancellationToken cancellationToken)
    {
        await target.MergeAsync(new JsonObject { ["spec"] = new JsonObject { ["paused"] = pause ? true : null } }, cancellationToken);
        return ToolOutput.Done(pause ? $"Paused {target.Phrase}: changes of it wait." : $"Resumed {target.Phrase}: changes of it happen again.");
    }

    private static async Task<Reconciliation> PausedAsync(KubernetesObject target, bool pause, CancellationToken cancellationToken)
    {
        var found = await target.GetAsync(cancellationToken);
        var paused = ObjectFields.Text(found, "spec", "paused") == "true";
        return found is not null && paused == pause
            ? new(InterruptedOutcome.Executed, $"{target.Phrase} is {(paused ? "paused" : "not paused")}, as asked.")
            : new(InterruptedOutcome.NotExecuted, found is null ? $"There is no {target.Phrase}." : $"{target.Phrase} is {(paused ? "paused" : "not paused")}.");
    }
}
