namespace Legator.Core.Runs;

/// <summary>A run that wants a runner.</summary>
/// <param name="Run">The run.</param>
/// <param name="Priority">Manual and webhook runs go before scheduled ones.</param>
/// <param name="TraceParent">W3C trace context of whoever asked for the run; null when there was none.</param>
public sealed record RunQueueEntry(RunKey Run, RunPriority Priority, string? TraceParent = null);
