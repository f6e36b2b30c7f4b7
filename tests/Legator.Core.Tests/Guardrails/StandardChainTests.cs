using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails;

public sealed class StandardChainTests
{
    [Fact]
    public void Checks_StandInTheOrderOfTheDesign() =>
        StandardChain.Instance.Checks.ShouldBe(
        [
            "known-call", "data-mutation", "protection-classes", "protected-data", "denied-actions", "allowed-actions",
            "action-sheet", "autonomy", "pre-conditions", "frequency", "budget", "untrusted-input", "approval",
        ]);

    public static TheoryData<string, GuardrailReason> OneCallForEachCheck() => new()
    {
        { "known-call", GuardrailReason.InvalidArguments },
        { "data-mutation", GuardrailReason.BlockedOutright },
        { "protection-classes", GuardrailReason.ProtectionClass },
        { "protected-data", GuardrailReason.ProtectedDataResource },
        { "denied-actions", GuardrailReason.DeniedAction },
        { "allowed-actions", GuardrailReason.NotAllowedAction },
        { "action-sheet", GuardrailReason.UndeclaredAction },
        { "autonomy", GuardrailReason.AutonomyExceeded },
        { "pre-conditions", GuardrailReason.PreConditionFailed },
        { "frequency", GuardrailReason.CooldownActive },
        { "budget", GuardrailReason.BudgetExhausted },
        { "untrusted-input", GuardrailReason.UntrustedInput },
        { "approval", GuardrailReason.ApprovalRequired },
    };

    [Theory]
    [MemberData(nameof(OneCallForEachCheck))]
    public void Judge_ACallThatOnlyOneCheckRefuses_IsRefusedByThatOneAndNoOther(string check, GuardrailReason reason)
    {
        var input = RefusedOnlyBy(check);
        var verdict = input.Judged();
        verdict.Reason.ShouldBe(reason, verdict.Message);
        verdict.Trace[^1].Check.ShouldBe(check);
        var without = new GuardrailChain([.. StandardChain.Checks.Where(c => c.Name != check)]).Judge(input);
        without.Outcome.ShouldBe(VerdictOutcome.Allow, $"{check} is the only check that refuses, yet: {without.Message}");
    }

    private static GuardrailInput RefusedOnlyBy(string check) => check switch
    {
        "known-call" => Calls.Read() with { Problem = new CallProblem(GuardrailReason.InvalidArguments, "no") },
        "data-mutation" => Calls.Input("http.get", Calls.Http("http://169.254.169.254/")),
        "protection-classes" => Calls.Delete() with { Environment = new EnvironmentFacts { ProtectionClasses = [new("mine", [new("", "delete pod/*", ProtectionEffect.Block, "why")])] } },
        "protected-data" => Calls.Restart() with { Environment = new EnvironmentFacts { DataResources = [new DataResource("Deployment", "demo", "web")] } },
        "denied-actions" => Calls.Read().Denying("kubectl.get pods*"),
        "allowed-actions" => Calls.Read().Allowing("http.get"),
        "action-sheet" => Calls.Read() with { Sheet = ActionSheetIndex.Empty },
        "autonomy" => Calls.Delete().WithPolicy(AutonomyLevel.AutomateSafe),
        "pre-conditions" => Calls.Restart() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { PreConditions = [new PreCondition("exists")] }) },
        "frequency" => Calls.Restart() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { Cooldown = TimeSpan.FromHours(1) }), History = [Past()] },
        "budget" => Calls.Read() with { TokensUsed = 50_000 },
        "untrusted-input" => Calls.Restart() with { Policy = new GuardrailPolicy { Autonomy = AutonomyLevel.AutomateDestructive, UntrustedInput = UntrustedInput.Deny }, Untrusted = new UntrustedUse(UntrustedKind.Value, "web") },
        _ => Calls.Restart().WithPolicy(AutonomyLevel.AutomateDestructive, ApprovalMode.EveryAction),
    };

    private static PastAction Past() =>
        new(new("agents", "other"), "kubernetes", "restart", Calls.Kube("restart", Calls.Deployments).Target.Text, RiskTier.ServiceMutation, Calls.Noon.AddMinutes(-5));
}
