using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Rollbacks;

namespace Legator.Core.Tests.Rollbacks;

public sealed class UndoForecastTests
{
    [Theory]
    [InlineData(VerdictOutcome.Allow, GuardrailReason.Allowed, UndoFate.Made)]
    [InlineData(VerdictOutcome.NeedsApproval, GuardrailReason.ApprovalRequired, UndoFate.Asked)]
    [InlineData(VerdictOutcome.Deny, GuardrailReason.PreConditionSkipped, UndoFate.LeftOut)]
    [InlineData(VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded, UndoFate.Refused)]
    public void Verdict_OfADryRun_LetsNothingThroughAndTellsWhatWouldHaveBecomeOfIt(VerdictOutcome outcome, GuardrailReason reason, UndoFate fate)
    {
        var forecast = UndoForecast.Of(Verdict(outcome, reason));
        (forecast.Outcome, forecast.Reason, forecast.Remedy).ShouldBe((VerdictOutcome.Deny, GuardrailReason.DryRun, null));
        forecast.Message.ShouldEndWith("a sentence.");
        UndoForecast.FateIn(forecast).ShouldBe(fate);
        Refusals.IsEscalated(forecast).ShouldBeFalse();
    }

    [Fact]
    public void Verdict_OfAnotherRun_HasNoFate() => UndoForecast.FateIn(Verdict(VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded)).ShouldBeNull();

    private static Verdict Verdict(VerdictOutcome outcome, GuardrailReason reason) => new()
    {
        Outcome = outcome,
        Reason = reason,
        Message = "a sentence.",
        Remedy = "a remedy",
        Tier = RiskTier.ServiceMutation,
        Trace = [new CheckTrace("known", VerdictOutcome.Allow, GuardrailReason.Allowed, ""), new CheckTrace("some", outcome, reason, "a sentence."), .. outcome == VerdictOutcome.Deny ? Nothing : [new CheckTrace("last", VerdictOutcome.Allow, GuardrailReason.Allowed, "")]],
    };

    private static readonly CheckTrace[] Nothing = [];
}
