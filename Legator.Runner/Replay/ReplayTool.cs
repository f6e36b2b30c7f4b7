using System.Text.Json;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Replay;

/// <summary>A tool of a replay: what a call would do the real tool says, by what was seen then; what it answers was recorded.</summary>
/// <param name="tool">The real tool.</param>
/// <param name="tape">The recording.</param>
/// <param name="clock">The replay's clock.</param>
internal sealed class ReplayTool(Tool tool, ReplayTape tape, ReplayClock clock) : Tool
{
    public override string Name => tool.Name;

    public override string Description => tool.Description;

    public override JsonElement Schema => tool.Schema;

    public override TimeSpan Timeout => tool.Timeout;

    public override void Check(JsonElement arguments) => tool.Check(arguments);

    public override async Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(scope.Lookout, Lookout.Unrecorded))
        {
            // Nothing is judged: it is asked what became of a call that was cut off, and that was recorded.
            return new PreparedCall([], (_, _) => Task.FromResult(Execute(arguments))) { Reconcile = (_, _) => Task.FromResult(Reconcile(arguments)) };
        }

        var real = await tool.PrepareAsync(arguments, scope, cancellationToken);
        return new PreparedCall(real.Actions, (_, _) => Task.FromResult(Execute(arguments))) { Name = real.Name, ObservedAs = real.ObservedAs, PodsObservedAs = real.PodsObservedAs };
    }

    /// <summary>The answer was redacted and cut when it was recorded.</summary>
    private ToolOutput Execute(JsonElement arguments)
    {
        switch (tape.OutcomeOf(Name, arguments, again: false))
        {
            case ActionCompleted completed:
                clock.Elapse(completed.DurationMs);
                return new ToolOutput(completed.Succeeded, completed.Result) { MaxBytes = int.MaxValue, MaxLines = int.MaxValue, InDoubt = completed.InDoubt == true };
            case ActionInterrupted:
                throw new PermitException("The tool broke down when the run was recorded, and it was looked into what became of the call.");
            default:
                return ToolOutput.Failed("The recorded run did not come to an end of this call.");
        }
    }

    private Reconciliation Reconcile(JsonElement arguments) => tape.OutcomeOf(Name, arguments, again: true) is ActionInterrupted cut
        ? new Reconciliation(cut.Outcome, cut.Message)
        : new Reconciliation(Core.Runs.InterruptedOutcome.Unknown, "The recorded run did not look into what became of this call.");
}
