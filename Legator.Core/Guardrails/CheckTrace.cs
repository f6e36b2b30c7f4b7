namespace Legator.Core.Guardrails;

/// <summary>What one check of the chain answered.</summary>
/// <param name="Check">Name of the check, e.g. <c>denied-actions</c>.</param>
/// <param name="Outcome">Its answer; <see cref="VerdictOutcome.Allow"/> means that it has no objection.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Message">Its input and answer in one sentence.</param>
public sealed record CheckTrace(string Check, VerdictOutcome Outcome, GuardrailReason Reason, string Message);
