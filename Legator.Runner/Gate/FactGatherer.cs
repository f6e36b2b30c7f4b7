using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Runner.Approvals;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>Does all the reading that the checks need, before any of them is asked.</summary>
internal sealed partial class FactGatherer(ActionHistory history, ApprovalDesk approvals, TimeProvider time, ILogger<FactGatherer> logger)
{
    private static readonly TimeSpan ObserveTimeout = TimeSpan.FromSeconds(60);

    public async Task<GuardrailInput> GatherAsync(CallFacts call, RunScope scope, RunProgress progress, IGuardedReads reads, CancellationToken cancellationToken)
    {
        var input = new GuardrailInput
        {
            Tool = call.Tool,
            Digest = call.Digest,
            Problem = call.Problem,
            Actions = call.Prepared?.Actions ?? [],
            Line = call.Line,
            Policy = scope.Policy,
            Sheet = scope.Sheet,
            Environment = scope.Environment,
            Limits = scope.Limits,
            Now = progress.At ?? time.GetUtcNow(),
            Executed = progress.Executed,
            IterationsUsed = progress.IterationsUsed,
            TokensUsed = progress.TokensUsed,
            Elapsed = progress.Elapsed,
            Approval = progress.Approvals.GetValueOrDefault(call.Digest),
            PeopleCanDecide = true,
            CanPlan = scope.Policy.ApprovalMode == ApprovalMode.PlanFirst,
        };
        return call.Prepared is null ? input : await ApprovedAsync(
            input with
            {
                Untrusted = progress.Outside is { Any: true } outside && !call.ForCondition ? CallProvenance.Find(input, call.Arguments, scope.Authored, outside) : null,
                History = await HistoryAsync(input, scope, cancellationToken),
                PreConditions = await PreConditionsAsync(input, call, scope, progress, reads, cancellationToken),
            },
            call.Prepared,
            scope,
            cancellationToken);
    }

    /// <summary>An approval is for the call as the person saw it: where that has changed, it counts no longer.</summary>
    private async Task<GuardrailInput> ApprovedAsync(GuardrailInput input, PreparedCall call, RunScope scope, CancellationToken cancellationToken) =>
        input.Approval is { Approved: true } given && await approvals.LapseAsync(given, input.Tier, input.Now, call, scope, cancellationToken) is { } lapsed
            ? input with { Approval = null, Lapsed = lapsed }
            : input;

    private async Task<PastActions?> HistoryAsync(GuardrailInput input, RunScope scope, CancellationToken cancellationToken)
    {
        var cooldown = input.AllDeclarations.Max(d => d.Cooldown);
        if (input.Tier == RiskTier.Read && cooldown is null)
        {
            return [];
        }

        var history = await scope.Lookout.SeeAsync("history", () => HistoryAsync(input, cooldown, scope, cancellationToken));
        return history is null ? null : PastActions.Of(history);
    }

    /// <summary>Only what the checks can be moved by: what others did besides is no business of the run's record.</summary>
    private async Task<IReadOnlyList<PastAction>?> HistoryAsync(GuardrailInput input, TimeSpan? cooldown, RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var window = cooldown > scope.Limits.LookBack ? cooldown.Value : scope.Limits.LookBack;
            window = window < ActionHistory.Memory ? window : ActionHistory.Memory;
            return RelevantPast.Of(await history.OthersAsync(scope.Run, input.Now - window, cancellationToken), input);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.HistoryUnreadable(logger, exception, scope.Run);
            return null;
        }
    }

    private async Task<IReadOnlyList<PreConditionResult>> PreConditionsAsync(
        GuardrailInput input, CallFacts call, RunScope scope, RunProgress progress, IGuardedReads reads, CancellationToken cancellationToken)
    {
        var wanted = input.AllDeclarations.SelectMany(d => d.PreConditions).Distinct().ToList();
        if (wanted.Count == 0 || call.ForCondition || input.Tier == RiskTier.Read)
        {
            return [];
        }

        return await scope.Lookout.SeeAsync<IReadOnlyList<PreConditionResult>>("pre-conditions", async () =>
            await PreConditionsAsync(wanted, input.Now, call, scope with { Lookout = Lookout.Unrecorded }, progress, reads, cancellationToken)) ?? [];
    }

    private async Task<IReadOnlyList<PreConditionResult>> PreConditionsAsync(
        List<PreCondition> wanted, DateTimeOffset now, CallFacts call, RunScope scope, RunProgress progress, IGuardedReads reads, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(ObserveTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await new ConditionFacts(call, scope, progress, reads, now).CheckAsync(wanted, either.Token).WaitAsync(ObserveTimeout, time, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotObserved(logger, exception, call.Tool);
            return [.. wanted.Select(c => c.Check).Distinct(StringComparer.Ordinal).Select(check => new PreConditionResult(check, false, $"It could not be looked at ({exception.GetType().Name}).") { Unchecked = true })];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(211, LogLevel.Error, "The pre-conditions of a call of {Tool} could not be looked at.")]
        public static partial void NotObserved(ILogger logger, Exception exception, string tool);

        [LoggerMessage(210, LogLevel.Warning, "Run {Run}: the journal could not be read, so nobody can say which cooldowns are over.")]
        public static partial void HistoryUnreadable(ILogger logger, Exception exception, RunKey run);
    }
}
