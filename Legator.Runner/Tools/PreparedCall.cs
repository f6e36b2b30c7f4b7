using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>A call whose every name is resolved. The actions that are judged and the effect that is executed are made from the same values, so the one cannot differ from the other.</summary>
internal sealed class PreparedCall(IReadOnlyList<ProposedAction> actions, Func<ToolContext, CancellationToken, Task<ToolOutput>> effect)
{
    /// <summary>What the call would do.</summary>
    public IReadOnlyList<ProposedAction> Actions { get; } = actions;

    /// <summary>Reads the object that the call is about, for pre-conditions; null when it is about none.</summary>
    public Func<CancellationToken, Task<JsonObject?>>? Observe { get; init; }

    /// <summary>The call that <see cref="Observe"/> stands for, so that the gate can judge it; null where it reads nothing.</summary>
    public ToolCall? ObservedAs { get; init; }

    /// <summary>Name of the object that the call is about; null when it is about none, or about several.</summary>
    public string? Name { get; init; }

    /// <summary>Reads the pods of that object, null where it is none that has pods; null where nothing of the kind has any.</summary>
    public Func<JsonObject, CancellationToken, Task<IReadOnlyList<JsonObject>?>>? Pods { get; init; }

    /// <summary>The call that <see cref="Pods"/> stands for.</summary>
    public ToolCall? PodsObservedAs { get; init; }

    /// <summary>Finds out by reading whether an earlier execution of the same call took effect; null when nothing could show it.</summary>
    public Func<DateTimeOffset, CancellationToken, Task<Reconciliation>>? Reconcile { get; init; }

    /// <summary>Says what the call would change, without changing anything; null where the target has no way to.</summary>
    public Func<CancellationToken, Task<ActionPreview>>? Preview { get; init; }

    /// <summary>Reads what was there before and says how the call is taken back; null where the target has no way to.</summary>
    public Func<CancellationToken, Task<ActionRollback>>? Inverse { get; init; }

    /// <summary>Executes the call against a permit, which is used up by it.</summary>
    public Task<ToolOutput> ExecuteAsync(Permit permit, ToolContext context, CancellationToken cancellationToken)
    {
        permit.Redeem(this);
        return effect(context, cancellationToken);
    }

    /// <summary>What became of an execution that was cut off.</summary>
    public Task<Reconciliation> ReconcileAsync(DateTimeOffset intendedAt, CancellationToken cancellationToken) =>
        Reconcile is not null ? Reconcile(intendedAt, cancellationToken)
        : Actions.All(a => a.Tier == RiskTier.Read) ? Task.FromResult(Lost)
        : Task.FromResult(new Reconciliation(InterruptedOutcome.Unknown, "Nothing in the world shows whether it took effect."));

    private static Reconciliation Lost { get; } =
        new(InterruptedOutcome.ReadLost, "The answer was lost when the runner stopped. It only reads, so you may ask again.");
}
