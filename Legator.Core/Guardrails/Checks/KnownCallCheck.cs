using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>The tool exists, its arguments fit its schema, and the classifier made at least one action of them.</summary>
public sealed class KnownCallCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "known-call";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before) =>
        input.Problem is { } problem ? CheckAnswer.Deny(problem.Reason, problem.Message, problem.Remedy)
        : input.Actions.Count == 0 ? CheckAnswer.Deny(GuardrailReason.Unclassifiable, $"Nobody can say what this call of {input.Tool} would do.")
        : CheckAnswer.Pass("The call could be read.");

    /// <inheritdoc />
    public string Describe(GuardrailInput input) =>
        input.Actions.Count == 0 ? input.Tool
        : $"{input.Tool}: {string.Join("; ", input.Actions.Select(a => $"{a.Verb} {a.Target} ({a.Tier.WireName()})"))}";
}
