namespace Legator.Core.Guardrails.Checks;

/// <summary>What an entry of deniedActions touches, in any spelling and also as part of a list, is refused.</summary>
public sealed class DeniedActionsCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "denied-actions";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        var denied = input.Policy.Denied;
        if (denied.Count > 0 && input.FoldedLine is { } line && denied.FindLine(input.Tool, line) is >= 0 and var said)
        {
            return CheckAnswer.Deny(GuardrailReason.DeniedAction, $"deniedActions has '{input.Policy.DeniedActions[said]}', which stands for the text of this call.", "Only the agent's owner could change deniedActions.");
        }

        foreach (var action in input.Actions)
        {
            var found = denied.FindTouching(input.Tool, action);
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
