namespace Legator.Core.Runs;

/// <summary>One entry of a run's journal: a fact, its place in the run's order, and the link of the hash chain.</summary>
/// <param name="Run">The run that the fact belongs to.</param>
/// <param name="Sequence">1 for the first event of a run, then one more each; unique within the run, which fences a second runner out.</param>
/// <param name="Time">When the runner appended it.</param>
/// <param name="Data">What happened.</param>
/// <param name="PreviousHash">Hash of the event before, lower-case hex; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256, lower-case hex, over the previous hash and the canonical form of this event; see <see cref="Audit.RunEventChain"/>.</param>
public sealed record RunEvent(RunKey Run, long Sequence, DateTimeOffset Time, RunEventData Data, string PreviousHash, string Hash);
