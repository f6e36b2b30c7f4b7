namespace Legator.Core.Api;

/// <summary>A decision on an approval.</summary>
/// <param name="Decision"><c>approve</c> or <c>deny</c>.</param>
/// <param name="Reason">Why; at most 1024 characters. May be left out.</param>
/// <param name="TypedConfirmation">What the caller had to type; only for what destroys.</param>
/// <param name="Digest">Digest of the call that the caller saw; may be left out, and when given it must be the one that is asked about.</param>
public sealed record ApprovalDecisionRequest(string? Decision = null, string? Reason = null, string? TypedConfirmation = null, string? Digest = null);
