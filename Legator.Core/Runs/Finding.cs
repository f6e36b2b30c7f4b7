namespace Legator.Core.Runs;

/// <summary>Something that the agent reports to people.</summary>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Resource">What it was found on; null when it is about no single thing.</param>
public sealed record Finding(string Severity, string Message, string? Resource = null);
