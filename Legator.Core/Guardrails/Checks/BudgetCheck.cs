namespace Legator.Core.Guardrails.Checks;

/// <summary>What the run may use: iterations, tokens, time.</summary>
public sealed class BudgetCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "budget";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        var limits = input.Limits;
        return input.IterationsUsed > limits.MaxIterations ? Exhausted($"{input.IterationsUsed} of {limits.MaxIterations} iterations", "maxIterations")
            : input.TokensUsed >= limits.TokenBudget ? Exhausted($"{input.TokensUsed} of {limits.TokenBudget} tokens", "tokenBudget")
            : input.Elapsed >= limits.Timeout ? Exhausted($"{input.Elapsed.TotalSeconds:F0} of {limits.Timeout.TotalSeconds:F0} seconds", "timeout")
            : CheckAnswer.Pass("The run's budget is not used up.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) =>
        $"{input.IterationsUsed}/{input.Limits.MaxIterations} iterations, {input.TokensUsed}/{input.Limits.TokenBudget} tokens, {input.Elapsed.TotalSeconds:F0}/{input.Limits.Timeout.TotalSeconds:F0} s used";

    private static CheckAnswer Exhausted(string used, string setting) =>
        CheckAnswer.Deny(GuardrailReason.BudgetExhausted, $"The run has used {used}.", $"The agent's owner may raise {setting}.");
}
