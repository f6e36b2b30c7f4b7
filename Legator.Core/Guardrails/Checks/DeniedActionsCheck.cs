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
            var found = input.Policy.Denied.FindTouching(input.Tool, action);
            if (found >= 0)
            {
                return CheckAnswer.Deny(
                    GuardrailReason.DeniedAction,
                    $"deniedActions has '{input.Policy.DeniedActions[found]}', which stands for {input.Tool} {action.Target}.",
                    action.Target.Collection ? "Ask for something narrower than what the entry denies." : "Only the agent's owner could change deniedActions.");
            }
        }

        return CheckAnswer.Pass("No entry of deniedActions stands for it.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) => $"{input.Words()}; {input.Policy.DeniedActions.Count} denied actions";
}
