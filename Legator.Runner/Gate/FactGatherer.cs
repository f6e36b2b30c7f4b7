using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Runner.Approvals;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>Does all the reading that the checks need, before any of them is asked.</summary>
internal sealed partial class FactGatherer(ActionHistory history, ApprovalDesk approvals, TimeProvider time, ILogger<FactGatherer> logger)
{
    private static readonly TimeSpan ObserveTimeout = TimeSpan.FromSeconds(60);

    public async Task<GuardrailInput> GatherAsync(CallFacts call, RunScope scope, RunProgress progress, CancellationToken cancellationToken)
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
            Now = time.GetUtcNow(),
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
                History = await HistoryAsync(input, scope, cancellationToken),
                PreConditions = await PreConditionsAsync(input, call, cancellationToken),
            },
            call.Prepared,
            scope,
            cancellationToken);
    }

    /// <summary>An approval is for the call as the person saw it: where that has changed, it counts no longer.</summary>
    private async Task<GuardrailInput> ApprovedAsync(GuardrailInput input, PreparedCall call, RunScope scope, CancellationToken cancellationToken) =>
        input.Approval is { Approved: true } given && await approvals.LapseAsync(given, input.Tier, call, scope, cancellationToken) is { } lapsed
            ? input with { Approval = null, Lapsed = lapsed }
            : input;

    private async Task<PastActions?> HistoryAsync(GuardrailInput input, RunScope scope, CancellationToken cancellationToken)
    {
        var cooldown = input.AllDeclarations.Max(d => d.Cooldown);
        if (input.Tier == RiskTier.Read && cooldown is null)
        {
            return [];
        }

        try
        {
            var window = cooldown > scope.Limits.LookBack ? cooldown.Value : scope.Limits.LookBack;
            window = window < ActionHistory.Memory ? window : ActionHistory.Memory;
            return await history.OthersAsync(scope.Run, input.Now - window, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.HistoryUnreadable(logger, exception, scope.Run);
            return null;
        }
    }

    private async Task<IReadOnlyList<PreConditionResult>> PreConditionsAsync(GuardrailInput input, CallFacts call, CancellationToken cancellationToken)
    {
        var wanted = input.AllDeclarations.SelectMany(d => d.PreConditions).Select(p => p.Check).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0 || input.Tier == RiskTier.Read)
        {
            return [];
        }

        try
        {
            JsonObject? found = call.Prepared?.Observe is { } observe ? await observe(cancellationToken).WaitAsync(ObserveTimeout, time, cancellationToken) : null;
            return [.. wanted.Select(check => PreConditionExpression.Check(check, found))];
        }
        catch (ClusterException exception)
        {
            return [.. wanted.Select(check => new PreConditionResult(check, false, $"The object could not be read: {exception.Message}"))];
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotObserved(logger, exception, call.Tool);
            return [.. wanted.Select(check => new PreConditionResult(check, false, $"The object could not be read ({exception.GetType().Name})."))];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(211, LogLevel.Error, "The object that a call of {Tool} is about could not be read.")]
        public static partial void NotObserved(ILogger logger, Exception exception, string tool);

        [LoggerMessage(210, LogLevel.Warning, "Run {Run}: the journal could not be read, so nobody can say which cooldowns are over.")]
        public static partial void HistoryUnreadable(ILogger logger, Exception exception, RunKey run);
    }
}
