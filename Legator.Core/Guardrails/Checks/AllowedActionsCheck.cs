namespace Legator.Core.Guardrails.Checks;

/// <summary>Where an agent lists allowedActions, each action must be among them, reads too. An empty list limits nothing here.</summary>
public sealed class AllowedActionsCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "allowed-actions";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        var allowed = input.Policy.AllowedActions;
        if (allowed.Count == 0)
        {
            return CheckAnswer.Pass("The agent lists no allowedActions.");
        }

        return input.Actions.FirstOrDefault(a => !allowed.Any(p => p.Covers(input.Tool, a))) is { } action
            ? CheckAnswer.Deny(
                GuardrailReason.NotAllowedAction,
                $"None of the agent's {allowed.Count} allowedActions stands for {input.Tool} {action.Target}.",
                "The agent's owner may add it to allowedActions.")
            : CheckAnswer.Pass("allowedActions stands for it.");
    }
}
