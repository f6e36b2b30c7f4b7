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

    /// <summary>What it looks at, in words, for people who read the trace. Asked for only when somebody does.</summary>
    /// <param name="input">What was judged.</param>
    string Describe(GuardrailInput input);
}
