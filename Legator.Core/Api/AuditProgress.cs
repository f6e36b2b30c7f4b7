using Legator.Core.Audit;

namespace Legator.Core.Api;

/// <summary>One line of a check that goes on: how far it is, and last its outcome.</summary>
/// <param name="Events">Events checked so far.</param>
/// <param name="Report">The outcome; null until the last line.</param>
/// <param name="Error">Why there is none; null where all goes well.</param>
public sealed record AuditProgress(long Events, AuditReport? Report = null, string? Error = null);
