using System.Diagnostics;
using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;
using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Rollbacks;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>The one door to every tool: what it did not judge cannot run.</summary>
internal sealed partial class ToolGate(ToolCatalog catalog, FactGatherer facts, ApprovalDesk approvals, RollbackDesk rollbacks, TimeProvider time, ILogger<ToolGate> logger) : IGuardedReads
{
    // How long a call may take to be made ready or to be looked into again, and how long a tool may take to let go after its time.
    private static readonly TimeSpan LookTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(30);

    /// <summary>Tools that a run may ask for: those that its sheets declare something of. Sorted by name.</summary>
    public IReadOnlyList<ToolDeclaration> Offered(RunScope scope) =>
        [.. catalog.Declarations.Concat(scope.Tools?.Declarations ?? []).Where(d => scope.Sheet.MayDeclare(d.Name)).OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>Judges a call. Never throws for what the model wrote: what cannot be judged is denied.</summary>
    public Task<Judgement> JudgeAsync(ToolCall call, RunScope scope, RunProgress progress, CancellationToken cancellationToken)
    {
        var terms = UndoTerms.For(call, scope, progress with { At = progress.At ?? time.GetUtcNow() });
        return LookAndJudgeAsync(call, terms.Scope with { Lookout = scope.Lookouts(scope.Secrets) }, terms.Progress, cancellationToken);
    }

    private async Task<Judgement> LookAndJudgeAsync(ToolCall call, RunScope scope, RunProgress progress, CancellationToken cancellationToken)
    {
        var digest = ActionDigest.Of(call.Tool, call.Arguments);
        var (tool, prepared, problem) = await PrepareAsync(call, scope, cancellationToken);
        var plan = call.Tool == ActionPlan.Tool && prepared is not null ? await JudgePlanAsync(call, scope, progress, cancellationToken) : null;
        (prepared, problem) = plan?.Refusal is { } refusal ? (null, refusal) : (prepared, problem);
        var input = await facts.GatherAsync(FactsOf(call, prepared, problem), scope, progress, this, cancellationToken);
        var verdict = UndoTerms.Last(StandardChain.Instance.Judge(input), scope);
        var permit = verdict.Outcome == VerdictOutcome.Allow && tool is not null && prepared is not null
            ? new IssuedPermit(scope.Run, digest, tool, prepared, progress)
            : null;
        if (permit is null)
        {
            Log.Refused(scope.Observability.Of(logger), scope.Run, tool?.Name ?? "an unknown tool", verdict.Reason);
        }

        foreach (var warning in verdict.Outcome == VerdictOutcome.Deny ? [] : PreConditionsCheck.Warnings(input))
        {
            await scope.Notices.WarnAsync("PreConditionNotMet", scope.Redactor.Redact($"{call.Tool}: {warning}"));
        }

        return Recording.Of(digest, call, input.Actions, verdict, permit, scope.Redactor) with
        {
            Ask = verdict.Outcome == VerdictOutcome.NeedsApproval && prepared is not null ? await AskAsync(verdict, prepared, plan, scope, cancellationToken) : null,
            PreConditions = Recording.Of(input.PreConditions, scope.Redactor),
            Rollback = permit is null ? null : await scope.Lookout.RollbackAsync(() => rollbacks.OfAsync(FactsOf(call, prepared, null), input.WorstDeclaration, scope, cancellationToken)),
            Approval = verdict.Reason == GuardrailReason.Approved ? input.Approval?.Request : null,
            Facts = new JudgedFacts(input.Now, scope.Lookout.Saw),
        };
    }

    /// <summary>Every step of a plan is judged as the call that it is to be; what a guardrail refuses now is not shown to anybody.</summary>
    private async Task<PlanJudge> JudgePlanAsync(ToolCall call, RunScope scope, RunProgress progress, CancellationToken cancellationToken)
    {
        var plan = PlanJudge.Empty;
        var alone = scope with { Policy = scope.Policy with { ApprovalMode = ApprovalMode.EveryAction } };
        foreach (var step in ActionPlan.StepsOf(call.Arguments))
        {
            alone = alone with { Lookout = scope.Lookout.Under($"step {plan.Steps.Count + 1}") };
            var (_, prepared, problem) = await PrepareAsync(step, alone, cancellationToken);
            var input = await facts.GatherAsync(FactsOf(step, prepared, problem), alone, progress with { Approvals = new Dictionary<ActionDigest, ApprovalDecision>() }, this, cancellationToken);
            plan = plan.With(step, prepared, input, StandardChain.Instance.Judge(input));
        }

        return plan;
    }

    /// <summary>A read that a pre-condition needs: the pre-condition declares it, and every other check is asked.</summary>
    public async Task<GuardedRead> ReadAsync(ToolCall call, bool execute, RunScope scope, RunProgress progress, CancellationToken cancellationToken)
    {
        var (tool, prepared, problem) = await PrepareAsync(call, scope, cancellationToken);
        if (tool is null || prepared is null)
        {
            return new(call.Tool, $"{call.Tool} cannot be asked: {problem?.Message}");
        }

        var what = $"{call.Tool} {string.Join(", ", prepared.Actions.Select(a => a.Target.Text))}";
        // Who may act on an object may have it looked at for that, also where one entry of the sheet stands for every call on it, with the tier of the worst.
        var entries = execute ? scope.Sheet.Entries : scope.Sheet.Entries.Select(e => e with { Tier = RiskTier.Read });
        var declared = scope with { Sheet = ActionSheetIndex.Build(entries.Append(new DeclaredAction("pre-condition", call.Tool, RiskTier.Read))) };
        declared = execute ? declared : declared with { Policy = declared.Policy with { AllowedActions = [] } };
        var input = await facts.GatherAsync(FactsOf(call, prepared, null) with { ForCondition = true }, declared, progress, this, cancellationToken);
        if (input.Tier != RiskTier.Read)
        {
            return new(what, $"{what} would be a {input.Tier.WireName()}, and looking is all that a pre-condition may do.");
        }

        var verdict = StandardChain.Instance.Judge(input);
        if (verdict.Outcome != VerdictOutcome.Allow)
        {
            return new(what, $"the gate refuses to look ({verdict.Reason}): {verdict.Message}");
        }

        if (!execute)
        {
            return new(what, null);
        }

        var result = await ExecuteAsync(new IssuedPermit(scope.Run, input.Digest, tool, prepared, progress), scope, cancellationToken);
        return new(what, null, new ConditionAnswer(result.Succeeded, result.Text));
    }

    private static CallFacts FactsOf(ToolCall call, PreparedCall? prepared, CallProblem? problem) =>
        new(call.Tool, ActionDigest.Of(call.Tool, call.Arguments), prepared, problem) { Line = CallText.Of(call.Tool, call.Arguments), Arguments = call.Arguments };

    private async Task<ApprovalAsk> AskAsync(Verdict verdict, PreparedCall call, PlanJudge? plan, RunScope scope, CancellationToken cancellationToken)
    {
        var tier = plan?.Tier ?? verdict.Tier;
        var ask = await scope.Lookout.AskAsync(() => approvals.AskAsync(tier, call, plan?.Steps, scope, cancellationToken));
        return ask with { Terms = ask.Terms with { Tier = tier, AnyTarget = plan is not null } };
    }

    /// <summary>Executes what the permit was given for. A permit works once, for its run.</summary>
    /// <exception cref="PermitException">The permit was used, belongs to another run, or was not made by this gate.</exception>
    public async Task<ToolResult> ExecuteAsync(Permit permit, RunScope scope, CancellationToken cancellationToken)
    {
        if (permit is not IssuedPermit issued || issued.Run != scope.Run)
        {
            throw new PermitException("The permit was given by somebody else, or for another run.");
        }

        var context = new ToolContext(scope, time, (arguments, token) => RejudgeAsync(issued, arguments, scope, token));
        var started = time.GetTimestamp();
        var output = await RunAsync(issued, context, cancellationToken);
        Log.Executed(scope.Observability.Of(logger), scope.Run, issued.Tool.Name, output.Succeeded, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return new ToolResult(output.Succeeded, OutputBounds.Apply(scope.Redactor.Redact(output.Text), output.MaxBytes, output.MaxLines, output.KeepEnd)) { InDoubt = output.InDoubt && !issued.OnlyReads };
    }

    /// <summary>Finds out, by reading only, what became of an action whose runner died. Never executes.</summary>
    public async Task<Reconciliation> ReconcileAsync(ToolCall call, DateTimeOffset intendedAt, RunScope scope, CancellationToken cancellationToken)
    {
        var (_, prepared, problem) = await PrepareAsync(call, scope, cancellationToken);
        if (prepared is null)
        {
            return new(InterruptedOutcome.Unknown, $"Nobody can say what became of {call.Tool}: {problem?.Message}");
        }

        try
        {
            var found = await prepared.ReconcileAsync(intendedAt, cancellationToken).WaitAsync(LookTimeout, time, cancellationToken);
            return found with { Message = scope.Redactor.Redact(found.Message) };
        }
        catch (ClusterException exception)
        {
            return new(InterruptedOutcome.Unknown, scope.Redactor.Redact($"The world could not be read: {exception.Message}"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotReconciled(scope.Observability.Of(logger), exception, scope.Run, call.Tool);
            return new(InterruptedOutcome.Unknown, $"Looking at the world broke down ({exception.GetType().Name}).");
        }
    }

    private async Task<(Tool? Tool, PreparedCall? Call, CallProblem? Problem)> PrepareAsync(ToolCall call, RunScope scope, CancellationToken cancellationToken)
    {
        if ((catalog.Find(call.Tool) ?? scope.Tools?.Find(call.Tool)) is not { } tool)
        {
            return (null, null, new CallProblem(GuardrailReason.UnknownTool, $"There is no tool '{call.Tool}'.", $"Offered are {string.Join(", ", Offered(scope).Select(d => d.Name))}."));
        }

        try
        {
            return (tool, await scope.Lookout.WithinAsync("prepare", () => tool.PrepareAsync(call.Arguments, scope, cancellationToken).WaitAsync(LookTimeout, time, cancellationToken)), null);
        }
        catch (ToolInputException exception)
        {
            return (tool, null, exception.Problem);
        }
        catch (CredentialException exception)
        {
            return (tool, null, new CallProblem(GuardrailReason.InvalidArguments, exception.Message));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotPrepared(scope.Observability.Of(logger), exception, scope.Run, tool.Name);
            return (tool, null, new CallProblem(GuardrailReason.Unclassifiable, $"Nobody could say what this call of {call.Tool} would do ({Lookout.NameOf(exception)})."));
        }
    }

    // Where a server sends the caller on to is that server's word and carries nothing of the run's, so only the guardrails on addresses matter.
    private async Task<Verdict> RejudgeAsync(IssuedPermit issued, JsonElement arguments, RunScope scope, CancellationToken cancellationToken) =>
        (await JudgeAsync(new ToolCall("", issued.Tool.Name, arguments), scope, issued.Progress with { Outside = null }, cancellationToken)).Verdict;

    private async Task<ToolOutput> RunAsync(IssuedPermit issued, ToolContext context, CancellationToken cancellationToken)
    {
        using var activity = RunnerActivity.StartActivity($"execute_tool {issued.Tool.Name}");
        activity?.SetTag("gen_ai.operation.name", "execute_tool");
        activity?.SetTag("gen_ai.tool.name", issued.Tool.Name);
        activity?.SetTag("legator.tier", issued.Call.Actions.Count == 0 ? null : issued.Call.Actions.Max(a => a.Tier).WireName());
        using var deadline = new CancellationTokenSource(issued.Tool.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var output = await issued.Call.ExecuteAsync(issued, context, linked.Token).WaitAsync(issued.Tool.Timeout + Backstop, time, CancellationToken.None);
            activity?.SetStatus(output.Succeeded ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
            return output;
        }
        catch (TimeoutException)
        {
            Log.DoesNotEnd(context.Scope.Observability.Of(logger), issued.Run, issued.Tool.Name);
            return Doubtful(issued, $"No answer within {issued.Tool.Timeout.TotalSeconds:F0} s.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Doubtful(issued, $"No answer within {issued.Tool.Timeout.TotalSeconds:F0} s.");
        }
        catch (ToolInputException exception)
        {
            return ToolOutput.Failed(exception.Message);
        }
        catch (Exception exception) when (exception is ClusterException or CredentialException)
        {
            return ToolOutput.Failed(exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return NeverArrived(exception) ? ToolOutput.Failed(exception.Message) : Doubtful(issued, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not PermitException and not JournalConflictException)
        {
            Log.Broke(context.Scope.Observability.Of(logger), exception, issued.Run, issued.Tool.Name);
            await context.Scope.Notices.WarnAsync("ToolBroke", $"{issued.Tool.Name} broke down ({exception.GetType().Name}): that is a fault of Legator's, and the runner's log has more.");
            return Doubtful(issued, $"The tool broke down ({exception.GetType().Name}).");
        }
    }

    private static ToolOutput Doubtful(IssuedPermit issued, string what) =>
        issued.OnlyReads ? ToolOutput.Failed(what) : ToolOutput.Doubtful($"{what} It may have taken effect all the same.");

    /// <summary>There was no connection, so nothing was sent.</summary>
    private static bool NeverArrived(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    private static readonly ActivitySource RunnerActivity = new("Legator.Runner.Gate");

    private sealed class IssuedPermit(RunKey run, ActionDigest digest, Tool tool, PreparedCall call, RunProgress progress) : Permit
    {
        private int _used;

        public RunKey Run => run;

        public Tool Tool => tool;

        public PreparedCall Call => call;

        public RunProgress Progress => progress;

        public bool OnlyReads => call.Actions.All(a => a.Tier == RiskTier.Read);

        public override ActionDigest Digest => digest;

        public override void Redeem(PreparedCall other)
        {
            if (!ReferenceEquals(call, other) || Interlocked.Exchange(ref _used, 1) != 0)
            {
                throw new PermitException("The permit was used already, or is for another call.");
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(200, LogLevel.Information, "Run {Run}: {Tool} was not let through ({Reason}).")]
        public static partial void Refused(ILogger logger, RunKey run, string tool, GuardrailReason reason);

        [LoggerMessage(201, LogLevel.Information, "Run {Run}: {Tool} executed, succeeded {Succeeded}, in {DurationMs} ms.")]
        public static partial void Executed(ILogger logger, RunKey run, string tool, bool succeeded, long durationMs);

        [LoggerMessage(202, LogLevel.Warning, "Run {Run}: a call of {Tool} could not be prepared.")]
        public static partial void NotPrepared(ILogger logger, Exception exception, RunKey run, string tool);

        [LoggerMessage(204, LogLevel.Error, "Run {Run}: {Tool} does not end although its time is over; it is no longer waited for.")]
        public static partial void DoesNotEnd(ILogger logger, RunKey run, string tool);

        [LoggerMessage(205, LogLevel.Error, "Run {Run}: what became of a call of {Tool} could not be found out.")]
        public static partial void NotReconciled(ILogger logger, Exception exception, RunKey run, string tool);

        [LoggerMessage(203, LogLevel.Error, "Run {Run}: {Tool} broke down.")]
        public static partial void Broke(ILogger logger, Exception exception, RunKey run, string tool);
    }
}
