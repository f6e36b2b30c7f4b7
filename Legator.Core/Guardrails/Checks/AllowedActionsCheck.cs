namespace Legator.Core.Guardrails.Checks;

/// <summary>Where an agent lists allowedActions, each action must be among them, reads too. An empty list limits nothing here.</summary>
public sealed class AllowedActionsCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "allowed-actions";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        var allowed = input.Policy.Allowed;
        if (allowed.Count == 0)
        {
            return CheckAnswer.Pass("The agent lists no allowedActions.");
        }

        foreach (var action in input.Actions)
        {
            if (allowed.FindCovering(input.Tool, action) < 0)
            {
                return CheckAnswer.Deny(
                    GuardrailReason.NotAllowedAction,
                    $"None of the agent's {allowed.Count} allowedActions stands for {input.Tool} {action.Verb} {action.Target}.",
                    "The agent's owner may add it to allowedActions.");
            }
        }

        return CheckAnswer.Pass("allowedActions stands for it.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) => $"{input.Words()}; {input.Policy.AllowedActions.Count} allowed actions";
}
