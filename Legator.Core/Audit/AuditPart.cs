namespace Legator.Core.Audit;

/// <summary>A piece of a journal with its checkpoints: events, or the checkpoint that follows those before it.</summary>
/// <param name="Events">Events in order; empty for a checkpoint.</param>
/// <param name="Checkpoint">The checkpoint; null for events.</param>
/// <param name="Marks">The checkpoint's marks.</param>
public sealed record AuditPart(IReadOnlyList<StoredEvent> Events, SignedCheckpoint? Checkpoint, IReadOnlyList<RunMark> Marks)
{
    internal static AuditPart Of(IReadOnlyList<StoredEvent> events) => new(events, null, []);
}
