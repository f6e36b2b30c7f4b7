namespace Legator.Core.Api;

/// <summary>A queue entry that was given up.</summary>
/// <param name="Id">Names the entry.</param>
/// <param name="Namespace">Namespace of the run; empty where the entry names none.</param>
/// <param name="Run">The run; empty where the entry names none.</param>
/// <param name="Reason">Why it was given up, in words.</param>
/// <param name="At">When.</param>
public sealed record DeadLetterItem(string Id, string Namespace, string Run, string Reason, DateTimeOffset At);
