using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;

namespace Legator.Runner.Gate;

/// <summary>The one door to every tool: what it did not judge cannot run.</summary>
internal sealed class ToolGate(TimeProvider time)
{
    /// <summary>Tools that the run may ask for, sorted by name.</summary>
    public IReadOnlyList<ToolDeclaration> Offered(RunScope scope) => [];

    /// <summary>Judges a call. Never throws for what the model wrote: what cannot be judged is denied.</summary>
    public Task<Judgement> JudgeAsync(ToolCall call, RunScope scope, RunProgress progress, CancellationToken cancellationToken)
    {
        var verdict = new Verdict
        {
            Outcome = VerdictOutcome.Deny,
            Reason = GuardrailReason.UnknownTool,
            Message = $"There is no tool named '{call.Tool}'.",
            Tier = RiskTier.DataMutation,
        };
        return Task.FromResult(new Judgement(ActionDigest.Of(call.Tool, call.Arguments), call.Arguments, [], verdict, null));
    }

    /// <summary>Executes what the permit was given for. A permit works once, for its run.</summary>
    /// <exception cref="InvalidOperationException">The permit was used, belongs to another run, or was not made by this gate.</exception>
    public Task<ToolResult> ExecuteAsync(Permit permit, RunScope scope, CancellationToken cancellationToken) =>
        permit is IssuedPermit issued && issued.Redeem(scope.Run)
            ? Task.FromResult(new ToolResult(false, $"Nothing to execute at {time.GetUtcNow():u}."))
            : throw new InvalidOperationException("The permit was used already, or was given for another run.");

    /// <summary>Finds out, by reading only, what became of an action whose runner died. Never executes.</summary>
    public Task<Reconciliation> ReconcileAsync(ToolCall call, DateTimeOffset intendedAt, RunScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(new Reconciliation(InterruptedOutcome.Unknown, $"Nothing shows whether {call.Tool} took effect."));

    private sealed class IssuedPermit(RunKey run, ActionDigest digest) : Permit
    {
        private int _used;

        public override ActionDigest Digest { get; } = digest;

        public bool Redeem(RunKey by) => by == run && Interlocked.Exchange(ref _used, 1) == 0;
    }
}
