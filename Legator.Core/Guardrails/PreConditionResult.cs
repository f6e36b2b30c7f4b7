namespace Legator.Core.Guardrails;

/// <summary>What looking at the world said about a pre-condition.</summary>
/// <param name="Check">The pre-condition as its author wrote it.</param>
/// <param name="Holds">False also when it could not be checked.</param>
/// <param name="Message">What was seen.</param>
public sealed record PreConditionResult(string Check, bool Holds, string Message);
