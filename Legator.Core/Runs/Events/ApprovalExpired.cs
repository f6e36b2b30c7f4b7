namespace Legator.Core.Runs.Events;

/// <summary>Nobody answered in time, which counts as a refusal. Written by the runner that takes the run up again.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Request">Name of the question.</param>
public sealed record ApprovalExpired(int Seq, string Request) : RunEventData;
