using Legator.Core.Guardrails;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>What became of a call of the model. It goes with the result for providers that run in this process, and never over the wire.</summary>
/// <param name="Verdict">The gate's answer.</param>
/// <param name="Reason">The gate's reason.</param>
/// <param name="Text">The tool's own words, or why it was refused.</param>
/// <param name="Failed">The tool was called and reported an error.</param>
/// <param name="Repeatable">It had no effect and its answer is lost: it may be asked again.</param>
internal sealed record CallOutcome(VerdictOutcome Verdict, GuardrailReason Reason, string Text, bool Failed = false, bool Repeatable = false)
{
    /// <summary>A person was asked, whatever the answer was.</summary>
    public bool Asked { get; init; }

    private const string Property = "legator.outcome";

    /// <summary>It was allowed, and the tool reported no error.</summary>
    public bool Went => Verdict == VerdictOutcome.Allow && !Failed;

    public void AttachTo(FunctionResultContent result) => (result.AdditionalProperties ??= [])[Property] = this;

    public static CallOutcome? Of(FunctionResultContent result) =>
        result.AdditionalProperties?.TryGetValue(Property, out var value) == true ? value as CallOutcome : null;
}
