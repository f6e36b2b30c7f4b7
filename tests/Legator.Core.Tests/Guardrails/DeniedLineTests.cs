using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

/// <summary>Patterns that speak of the text of a call, and of some of many objects.</summary>
public sealed class DeniedLineTests
{
    [Theory]
    [InlineData("ssh.exec *uptime*", GuardrailReason.DeniedAction)]
    [InlineData("ssh.exec UPTIME", GuardrailReason.DeniedAction)]
    [InlineData("ssh.exec *reboot*", GuardrailReason.Allowed)]
    [InlineData("sql.query *uptime*", GuardrailReason.Allowed)]
    public void Denied_TextOfTheCall_IsWhatTheEntryStandsFor(string pattern, GuardrailReason reason) =>
        Said("uptime").Denying(pattern).Judged().Reason.ShouldBe(reason);

    [Theory]
    [InlineData(400)]
    [InlineData(600)]
    [InlineData(5_000)]
    public void Denied_LongText_IsReadToItsEnd(int length) =>
        Said(new string('x', length) + " secret-end").Denying("ssh.exec x*secret-end").Judged().Reason.ShouldBe(GuardrailReason.DeniedAction);

    [Fact]
    public void Denied_OneOfMany_DeniesTheCollection()
    {
        var all = Calls.Input("kubectl.get", Calls.Kube("get", "pods", null));
        all.Denying("kubectl.get pods/web-1 -n demo", "kubectl.get pods/web-2 -n demo", "kubectl.get pods/w*").Judged().Reason.ShouldBe(GuardrailReason.DeniedAction);
        all.Denying("kubectl.get pods/web-1 -n demo", "kubectl.get pods/web-2 -n demo").Judged().Reason.ShouldBe(GuardrailReason.DeniedAction);
        all.Denying("kubectl.get pods/web-1 -n prod", "kubectl.get pods/web-2 -n prod").Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
    }

    [Fact]
    public void Allowed_TheFirstEntry_IsEnough() => Calls.Read().Allowing("kubectl.get *", "x").Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    private static GuardrailInput Said(string line) =>
        Calls.Input("ssh.exec", new ProposedAction("ssh", "run", new CanonicalTarget("web-1:x"), RiskTier.Read)) with { Line = line };
}
