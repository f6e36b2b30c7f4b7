using Legator.Core.Actions;
using Legator.Core.Rollbacks;

namespace Legator.Core.Runs.Events;

/// <summary>The action is about to be executed. Durable before the effect: an intent without an outcome means that the outcome is unknown.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Digest">Digest of exactly what will be executed.</param>
/// <param name="Approval">Name of the approval that this uses up; null where none was needed.</param>
public sealed record ActionIntended(int Seq, ActionDigest Digest, string? Approval = null) : RunEventData
{
    /// <summary>How it is taken back, made out just before; null for reads, and in entries of versions that did not record it.</summary>
    public ActionRollback? Rollback { get; init; }
}
