namespace Legator.Core.Api;

/// <summary>What checking a journal's hash chain showed.</summary>
/// <param name="Verified">True when every event fits its hash and none is missing.</param>
/// <param name="Events">Events checked.</param>
/// <param name="Problem">The first event that breaks the chain, in a sentence; null when none does.</param>
public sealed record ChainReport(bool Verified, long Events, string? Problem = null);
