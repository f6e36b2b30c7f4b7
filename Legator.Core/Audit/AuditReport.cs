namespace Legator.Core.Audit;

/// <summary>What checking a journal showed.</summary>
/// <param name="Verified">True when nothing is wrong.</param>
/// <param name="Events">Events that are there.</param>
/// <param name="Runs">Runs that are there.</param>
/// <param name="Retired">Runs whose events retention removed.</param>
/// <param name="Checkpoints">Checkpoints.</param>
/// <param name="Unsigned">Events newer than the last checkpoint: their chains were checked, nobody has signed them yet.</param>
/// <param name="AsOf">When the last checkpoint was made; null for none.</param>
/// <param name="Problems">What is wrong, a sentence each; the first hundred.</param>
public sealed record AuditReport(bool Verified, long Events, long Runs, long Retired, long Checkpoints, long Unsigned, DateTimeOffset? AsOf, IReadOnlyList<string> Problems);
