using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Kubernetes.Rollbacks;

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
            RolloutAction.Restart => ClusterAnswers.On(target, actions, (context, token) => RestartAsync(target, RolloutMarks.Now(context.Time), scope.Run, token), (at, token) => RestartedAsync(target, scope.Run, at, token), async (other, token) => await MarkAsync(other, "(now)", scope.Run, token), _ => Task.FromResult(ActionRollback.None($"A restart replaces the pods of {target.Phrase} and changes nothing else that could be taken back."))),
            RolloutAction.Undo => ClusterAnswers.On(target, actions, (context, token) => RolloutUndo.ExecuteAsync(target, arguments.ToRevision, context, token), (at, token) => RolloutUndo.ReconcileAsync(target, scope.Run, at, token), async (other, token) => await RolloutUndo.RehearseAsync(other, arguments.ToRevision, token), token => RolloutUndo.InverseAsync(target, arguments.ToRevision, token)),
            _ => ClusterAnswers.On(target, actions, (_, token) => PauseAsync(target, arguments.Action == RolloutAction.Pause, token), (_, token) => PausedAsync(target, arguments.Action == RolloutAction.Pause, token), async (other, token) => await SetPausedAsync(other, arguments.Action == RolloutAction.Pause, token), token => PauseInverseAsync(target, arguments.Action == RolloutAction.Pause, token)),
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

    private static Task<JsonObject> MarkAsync(KubernetesObject target, string now, RunKey run, CancellationToken cancellationToken)
    {
        var annotations = new JsonObject { [RolloutMarks.RestartedAt] = now, [RolloutMarks.RestartedBy] = run.ToString() };
        return target.MergeAsync(new JsonObject { ["spec"] = new JsonObject { ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = annotations } } } }, cancellationToken);
    }

    private static async Task<ToolOutput> RestartAsync(KubernetesObject target, string now, RunKey run, CancellationToken cancellationToken)
    {
        var after = await MarkAsync(target, now, run, cancellationToken);
        var count = ObjectFields.At(after, "spec", "replicas") is null ? "" : $"{ObjectFields.Number(after, "spec", "replicas")} ";
        return ToolOutput.Done($"Restarted {target.Phrase}: its {count}pods are being replaced.");
    }

    private static async Task<Reconciliation> RestartedAsync(KubernetesObject target, RunKey run, DateTimeOffset intendedAt, CancellationToken cancellationToken)
    {
        var annotations = ObjectFields.At(await target.GetAsync(cancellationToken), "spec", "template", "metadata", "annotations");
        return RolloutMarks.Read(target.Phrase, annotations, (RolloutMarks.RestartedAt, RolloutMarks.RestartedBy), "restarted", run, intendedAt);
    }

    private static Task<JsonObject> SetPausedAsync(KubernetesObject target, bool pause, CancellationToken cancellationToken) =>
        target.MergeAsync(new JsonObject { ["spec"] = new JsonObject { ["paused"] = pause ? true : null } }, cancellationToken);

    private static async Task<ActionRollback> PauseInverseAsync(KubernetesObject target, bool pause, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } before || ObjectFields.Text(before, "spec", "paused") == "true" == pause)
        {
            return ActionRollback.None($"{target.Phrase} was {(pause ? "paused" : "not paused")} already, so there is nothing to take back.");
        }

        var arguments = ObjectInverse.Arguments(target, new JsonObject { ["action"] = pause ? "resume" : "pause" });
        return ActionRollback.By(new RollbackStep("kubectl.rollout", arguments, $"{(pause ? "Resume" : "Pause")} {target.Phrase}") { Fields = ObjectInverse.Fields(before, ("/spec/paused", pause ? true : null)) });
    }

    private static async Task<ToolOutput> PauseAsync(KubernetesObject target, bool pause, CancellationToken cancellationToken)
    {
        await SetPausedAsync(target, pause, cancellationToken);
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
