using Legator.Core.Resources.Agents;

namespace Legator.Core.Guardrails.Checks;

/// <summary>Text from outside makes no changes by itself: where it may stand behind a call, a person decides, or nobody does, as the agent says.</summary>
public sealed class UntrustedInputCheck : IGuardrailCheck
{
    private const string Remedy = "Say in the agent's skill or task what is to be done with what; or a person decides; or the owner sets guardrails.untrustedInput.";

    /// <inheritdoc />
    public string Name => "untrusted-input";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before) => (input.Untrusted, input.Policy.UntrustedInput) switch
    {
        (null, _) => CheckAnswer.Pass("No text from outside stands behind it."),
        ({ } use, UntrustedInput.Allow) => CheckAnswer.Pass($"{use.Sentence()} The agent's untrustedInput is allow."),
        ({ } use, UntrustedInput.Approve) => new(VerdictOutcome.NeedsApproval, GuardrailReason.UntrustedInput, use.Sentence(), Remedy),
        ({ } use, _) => CheckAnswer.Deny(GuardrailReason.UntrustedInput, use.Sentence(), Remedy),
    };

    /// <inheritdoc />
    public string Describe(GuardrailInput input) =>
        $"untrustedInput {input.Policy.UntrustedInput}; {(input.Untrusted is { } use ? $"{use.Kind} {use.Text}" : "nothing from outside")}";
}
