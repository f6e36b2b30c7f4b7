namespace Legator.Core.Guardrails;

/// <summary>Why a call could not be turned into actions.</summary>
/// <param name="Reason"><see cref="GuardrailReason.UnknownTool"/>, <see cref="GuardrailReason.InvalidArguments"/> or <see cref="GuardrailReason.Unclassifiable"/>.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Remedy">What would be right; null when there is no saying.</param>
public sealed record CallProblem(GuardrailReason Reason, string Message, string? Remedy = null);
