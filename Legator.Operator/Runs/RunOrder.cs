using Legator.Core.Resources.Runs;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;

namespace Legator.Operator.Runs;

/// <summary>A run that is to be made.</summary>
/// <param name="Name">Its name; what asks twice gives the same name.</param>
/// <param name="Trigger">What started it.</param>
internal sealed record RunOrder(string Name, RunTrigger Trigger)
{
    public DateTimeOffset? Slot { get; init; }

    /// <summary>When the run may begin, where that is later than it is made.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public string? RequestId { get; init; }

    public string? Task { get; init; }

    public string? Target { get; init; }

    /// <summary>What a webhook or another agent sent; untrusted.</summary>
    public string? Payload { get; init; }

    /// <summary>For a run that a webhook or Kubernetes Events started.</summary>
    public RunDelivery? Delivery { get; init; }

    /// <summary>Name of the run whose changes are taken back; null for every run that is no undo.</summary>
    public string? UndoOf { get; init; }

    /// <summary>True where only to show what would be taken back.</summary>
    public bool DryRun { get; init; }

    /// <summary>What is taken back; null also where that cannot be said.</summary>
    public RunSnapshotUndo? Undo { get; init; }

    /// <summary>Why the run cannot do what is asked; null when nothing stands against it.</summary>
    public string? Problem { get; init; }

    /// <summary>For a run that another agent started; the run gets no more autonomy than it says.</summary>
    public RunSnapshotDelegation? Delegation { get; init; }
}
