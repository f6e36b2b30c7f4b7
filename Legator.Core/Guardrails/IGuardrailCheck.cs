namespace Legator.Core.Guardrails;

/// <summary>One question of the chain. Pure: the answer depends on the arguments alone.</summary>
public interface IGuardrailCheck
{
    /// <summary>Name in traces: <c>denied-actions</c>.</summary>
    string Name { get; }

    /// <summary>Answers for a call.</summary>
    /// <param name="input">Everything there is to know.</param>
    /// <param name="before">What the checks before answered; none of them refused.</param>
    CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before);
}
