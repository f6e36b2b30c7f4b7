namespace Legator.Core.Guardrails.Checks;

/// <summary>What an entry of deniedActions touches, in any spelling and also as part of a list, is refused.</summary>
public sealed class DeniedActionsCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "denied-actions";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        foreach (var action in input.Actions)
        {
            if (input.Policy.DeniedActions.FirstOrDefault(p => p.Touches(input.Tool, action)) is { } pattern)
            {
                return CheckAnswer.Deny(
                    GuardrailReason.DeniedAction,
                    $"deniedActions has '{pattern}', which stands for {input.Tool} {action.Target}.",
                    action.Target.Collection ? "Ask for something narrower than what the entry denies." : "Only the agent's owner could change deniedActions.");
            }
        }

        return CheckAnswer.Pass($"None of {input.Policy.DeniedActions.Count} denied actions stands for it.");
    }
}
