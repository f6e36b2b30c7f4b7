namespace Legator.Core.Runs.Events;

/// <summary>The last event of a run; nothing may follow it.</summary>
/// <param name="Phase">A terminal phase: Succeeded, Failed, Escalated, Blocked or Cancelled.</param>
/// <param name="Reason">Machine-readable cause, CamelCase; documented in docs/reasons.md.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record RunFinished(string Phase, string Reason, string Message) : RunEventData;
