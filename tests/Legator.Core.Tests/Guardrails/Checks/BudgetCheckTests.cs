using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class BudgetCheckTests
{
    [Fact]
    public void Judge_WithinEverything_Passes() =>
        (Calls.Read() with { IterationsUsed = 10, TokensUsed = 49_999, Elapsed = TimeSpan.FromSeconds(119) }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_TokensUsedUp_IsRefused() => Reason(Calls.Read() with { TokensUsed = 50_000 }).ShouldBe(GuardrailReason.BudgetExhausted);

    [Fact]
    public void Judge_IterationsUsedUp_IsRefused() => Reason(Calls.Read() with { IterationsUsed = 11 }).ShouldBe(GuardrailReason.BudgetExhausted);

    [Fact]
    public void Judge_TimeUsedUp_IsRefused() => Reason(Calls.Read() with { Elapsed = TimeSpan.FromSeconds(120) }).ShouldBe(GuardrailReason.BudgetExhausted);

    private static GuardrailReason Reason(GuardrailInput input) => input.Judged().Reason;
}
