using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>A skill must declare every action, reads too.</summary>
public sealed class ActionSheetCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "action-sheet";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (input.Declarations[i].Count == 0)
            {
                return Undeclared(input, input.Actions[i]);
            }
        }

        return Refusing(input) is { } entry
            ? CheckAnswer.Deny(GuardrailReason.UndeclaredAction, $"The action sheet's entry {entry.Id} says runtimeOverride: deny, so what it covers is refused.", "The skill's author would have to take the override back.")
            : CheckAnswer.Pass("The action sheets declare it.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input)
    {
        var entries = input.AllDeclarations;
        return entries.Count == 0
            ? $"{input.Words()}; none of {input.Sheet.Entries.Count} entries"
            : $"{input.Words()}; declared by {string.Join(", ", entries.Take(10).Select(d => d.Id))}{(entries.Count > 10 ? " and others" : "")}";
    }

    private static DeclaredAction? Refusing(GuardrailInput input)
    {
        var entries = input.AllDeclarations;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Override == SheetOverride.Deny)
            {
                return entries[i];
            }
        }

        return null;
    }

    private static CheckAnswer Undeclared(GuardrailInput input, ProposedAction action)
    {
        var broken = input.Sheet.Broken(input.Tool);
        return CheckAnswer.Deny(
            GuardrailReason.UndeclaredAction,
            broken is not null
                ? $"The action sheet's entry {broken.Id} for {input.Tool} cannot be used: {broken.Problem}"
                : $"No skill declares {input.Tool} {action.Verb} {action.Target} in its action sheet, and what is not declared is denied.",
            action.Guarded
                ? $"A skill would have to name the kind in its targetPattern, e.g. '{action.Target.KindNames.FirstOrDefault()}/*'."
                : "A skill would have to declare it in its actions.yaml.");
    }
}
