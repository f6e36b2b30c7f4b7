namespace Legator.Core.Runs.Events;

/// <summary>The model reported something while the run was under way, with the tool that every session has for that. It touches nothing of the estate, so no guardrail is asked.</summary>
/// <param name="Seq">The call, in the run's count of calls.</param>
/// <param name="Finding">What was reported, redacted; null where the arguments of the call do not fit.</param>
/// <param name="Problem">What is wrong with them, as the model is told; null where they fit.</param>
public sealed record FindingReported(int Seq, Finding? Finding, string? Problem = null) : RunEventData;
