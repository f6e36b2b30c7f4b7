using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>How far a run's journal had come when a checkpoint was made.</summary>
/// <param name="Run">The run.</param>
/// <param name="Sequence">Its last event.</param>
/// <param name="Hash">That event's hash, lower-case hex.</param>
/// <param name="Retired">True where retention may remove the run's events from here on; they were exported before.</param>
public sealed record RunMark(RunKey Run, long Sequence, string Hash, bool Retired = false);
