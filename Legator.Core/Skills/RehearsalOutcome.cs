using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>What became of one call: the gate's answer, and the tool's.</summary>
/// <param name="Verdict">The gate's verdict.</param>
/// <param name="Reason">The gate's reason; null where it is not known.</param>
/// <param name="Text">The tool's result, or the gate's explanation of a refusal.</param>
/// <param name="Failed">True when the tool was called and reported an error.</param>
public sealed record RehearsalOutcome(VerdictOutcome Verdict, GuardrailReason? Reason, string Text, bool Failed = false)
{
    /// <summary>True when a person was asked, whatever the answer was.</summary>
    public bool Asked { get; init; }

    internal static readonly IReadOnlyList<string> Fields = ["text", "verdict", "reason", "failed"];
}
