using Legator.Core.Actions;

namespace Legator.Core.Runs.Events;

/// <summary>A person answered. Written by the API, which checks who answers, while no runner holds the run; nothing else is a decision, whatever an ApprovalRequest says.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Request">Name of the question.</param>
/// <param name="Digest">Digest of the call that the person was shown.</param>
/// <param name="Approved">True for yes.</param>
/// <param name="DecidedBy">Who.</param>
/// <param name="Reason">Why, in the decider's words, redacted; null when nothing was said.</param>
public sealed record ApprovalDecided(int Seq, string Request, ActionDigest Digest, bool Approved, string DecidedBy, string? Reason) : RunEventData;
