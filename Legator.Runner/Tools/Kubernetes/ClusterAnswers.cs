using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Kubernetes.Previews;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Makes calls on the cluster whose failures say what to do about them, and whose lost answers are looked for in the cluster.</summary>
internal static class ClusterAnswers
{
    private const int MostOfItsWords = 1500;

    /// <summary>A call about one object, or about a list of objects.</summary>
    public static PreparedCall On(
        KubernetesObject target,
        IReadOnlyList<ProposedAction> actions,
        Func<ToolContext, CancellationToken, Task<ToolOutput>> effect,
        Func<DateTimeOffset, CancellationToken, Task<Reconciliation>>? reconcile = null,
        Func<KubernetesObject, CancellationToken, Task<JsonObject?>>? rehearse = null,
        Func<CancellationToken, Task<ActionRollback>>? inverse = null,
        Func<CancellationToken, Task<ActionPreview>>? preview = null) =>
        new(actions, (context, token) => ExecuteAsync(target.Access.Identity, actions, effect, reconcile, context, token))
        {
            Name = target.Name,
            Observe = target.Name is null ? null : target.ObserveAsync,
            ObservedAs = target.Name is null ? null : ObservedPods.ReadOf(target, target.Kind.QualifiedName, target.Name),
            Pods = target.Name is null || !target.Kind.Namespaced ? null : (owner, token) => ObservedPods.OfAsync(target, owner, token),
            PodsObservedAs = target.Name is null || !target.Kind.Namespaced ? null : ObservedPods.ReadOf(target, "pods", null),
            Reconcile = reconcile,
            Preview = preview ?? (rehearse is null ? null : token => TargetPreview.OfAsync(target, rehearse, token)),
            Inverse = inverse ?? (rehearse is null ? null : token => Rollbacks.Inverse.ByDryRunAsync(target, rehearse, token)),
        };

    /// <summary>A call that is about no single object.</summary>
    public static PreparedCall Of(
        string identity,
        IReadOnlyList<ProposedAction> actions,
        Func<ToolContext, CancellationToken, Task<ToolOutput>> effect,
        Func<DateTimeOffset, CancellationToken, Task<Reconciliation>>? reconcile = null,
        Func<CancellationToken, Task<ActionRollback>>? inverse = null,
        Func<CancellationToken, Task<ActionPreview>>? preview = null) =>
        new(actions, (context, token) => ExecuteAsync(identity, actions, effect, reconcile, context, token)) { Reconcile = reconcile, Inverse = inverse, Preview = preview };

    /// <summary>What went wrong, and what the model can do about it.</summary>
    public static string Explain(ClusterException exception, string identity)
    {
        // The words of an API server are its own, and what is said after them must not be lost.
        var said = OutputBounds.Cut(exception.Message, MostOfItsWords);
        return Explain(exception, identity, said);
    }

    private static string Explain(ClusterException exception, string identity, string said) => exception switch
    {
        { Code: 401 } => $"The cluster does not know {identity}: {said}",
        { Code: 403 } when exception.Message.Contains("cannot impersonate", StringComparison.Ordinal) =>
            $"The cluster does not let the runner act as {identity}: {said}. An administrator must allow it the verb impersonate on that ServiceAccount.",
        { Code: 403 } => $"The cluster does not let {identity} do this: {said}. Trying again does not help; somebody must grant it by a Role.",
        { Code: 409, IsAlreadyExists: false } => $"Nothing was done, because the object has changed or others hold what was to be changed: {said}",
        { IsGone: true } => $"The list has changed too much to go on with it: ask for its first page again. ({said})",
        { Code: 415 } => $"The kind does not take this sort of patch: {said}. Custom kinds take type merge or json.",
        { Code: 429 } => $"The cluster refuses for now: {said}",
        { Code: >= 500 } => $"The cluster answered with an error of its own ({exception.Code}): {said}",
        _ => said,
    };

    private static async Task<ToolOutput> ExecuteAsync(
        string identity,
        IReadOnlyList<ProposedAction> actions,
        Func<ToolContext, CancellationToken, Task<ToolOutput>> effect,
        Func<DateTimeOffset, CancellationToken, Task<Reconciliation>>? reconcile,
        ToolContext context,
        CancellationToken cancellationToken)
    {
        var started = context.Time.GetUtcNow();
        try
        {
            return await effect(context, cancellationToken);
        }
        catch (ClusterException exception)
        {
            var explained = Explain(exception, identity);
            return exception.Code is > 0 and < 500 || actions.All(a => a.Tier == RiskTier.Read) ? ToolOutput.Failed(explained)
                : await AfterDoubtAsync(explained, reconcile, started, cancellationToken);
        }
    }

    /// <summary>The answer of a change was lost, so the cluster is asked what became of it.</summary>
    private static async Task<ToolOutput> AfterDoubtAsync(
        string explained, Func<DateTimeOffset, CancellationToken, Task<Reconciliation>>? reconcile, DateTimeOffset started, CancellationToken cancellationToken)
    {
        if (reconcile is null)
        {
            return ToolOutput.Doubtful($"{explained} It may have taken effect all the same.");
        }

        try
        {
            var found = await reconcile(started, cancellationToken);
            return found.Outcome switch
            {
                InterruptedOutcome.Executed => ToolOutput.Done($"{explained} It took effect all the same: {found.Message}"),
                InterruptedOutcome.NotExecuted => ToolOutput.Failed($"{explained} It did not take effect: {found.Message}"),
                _ => ToolOutput.Doubtful($"{explained} It may have taken effect all the same: {found.Message}"),
            };
        }
        catch (ClusterException)
        {
            return ToolOutput.Doubtful($"{explained} It may have taken effect all the same.");
        }
    }
}
