using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Cli.Guardrails;

/// <summary>The answer of <c>guardrails judge</c> to a call.</summary>
internal sealed record JudgedCall(JsonElement? Id, VerdictOutcome Verdict, GuardrailReason Code, string Reason, string? Remedy, RiskTier Tier, IReadOnlyList<CheckTrace> Trace)
{
    public static JudgedCall Of(CallLine line, Verdict verdict) =>
        new(line.Id, verdict.Outcome, verdict.Reason, verdict.Message, verdict.Remedy, verdict.Tier, verdict.Trace);
}
