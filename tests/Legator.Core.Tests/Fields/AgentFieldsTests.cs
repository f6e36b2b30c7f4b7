using Legator.Core.Resources.Agents;
using Legator.Core.Resources.ModelTiers;

namespace Legator.Core.Tests.Fields;

public sealed class AgentFieldsTests
{
    [Fact]
    public void Problems_DefaultsAndZeroes_AreFine() =>
        AgentFields.Problems(Spec(new ModelSpec { TokenBudget = 0 }, new GuardrailsSpec { MaxIterations = 0 })).ShouldBeEmpty();

    [Fact]
    public void Problems_EverythingWrong_NamesEveryField()
    {
        var problems = AgentFields.Problems(Spec(
            new ModelSpec { Timeout = "soon", TokenBudget = -1, Tier = ModelTier.Fast },
            new GuardrailsSpec
            {
                ApprovalTimeout = "0s",
                MaxIterations = -1,
                MaxRetries = -2,
                AllowedActions = ["kubectl.get *", " "],
                DeniedActions = [""],
                Escalation = new EscalationSpec { Target = EscalationTarget.Channel, Timeout = "5 minutes" },
            }));
        problems.Select(problem => problem[..problem.IndexOf(':')]).ShouldBe(
            [
                "spec.model.timeout", "spec.guardrails.approvalTimeout", "spec.guardrails.escalation.timeout",
                "spec.guardrails.maxIterations", "spec.guardrails.maxRetries", "spec.model.tokenBudget",
                "spec.guardrails.allowedActions[1]", "spec.guardrails.deniedActions[0]", "spec.guardrails.escalation.channelName",
            ]);
    }

    [Fact]
    public void Problems_LimitsThatCannotBe_AreNamed()
    {
        var limits = new GuardrailLimitsSpec { MaxMutationsPerRun = -1, Rates = [new RateLimitSpec { Max = 1 }, new RateLimitSpec { Max = 0, Per = "soon" }] };
        var problems = AgentFields.Problems(Spec(new ModelSpec(), new GuardrailsSpec { Limits = limits }));
        problems.Select(problem => problem[..problem.IndexOf(':')]).ShouldBe(["spec.guardrails.limits.rates[1].per", "spec.guardrails.limits"]);
    }

    [Fact]
    public void Problems_AnomaliesThatCannotBe_AreNamed()
    {
        var spec = Spec(new ModelSpec(), new GuardrailsSpec());
        LegatorAgentSpec With(AnomalySpec anomalies) => spec with { Observability = new ObservabilitySpec { Anomalies = anomalies } };
        AgentFields.Problems(With(new AnomalySpec { FrequencyWindow = "1h", FrequencyThreshold = 1, SpikePercent = 101, MinScopeDelta = 1, DriftMinSamples = 20 })).ShouldBeEmpty();
        AgentFields.Problems(With(new AnomalySpec { FrequencyWindow = "30s", FrequencyThreshold = 0, SpikePercent = 100, MinScopeDelta = 0, DriftMinSamples = 21 }))
            .Select(problem => problem[..problem.IndexOf(':')]["spec.observability.anomalies.".Length..]).ShouldBe(["frequencyWindow", "frequencyThreshold", "spikePercent", "minScopeDelta", "driftMinSamples"]);
    }

    private static LegatorAgentSpec Spec(ModelSpec model, GuardrailsSpec guardrails) => new()
    {
        Description = "watches",
        EnvironmentRef = "home",
        Schedule = new ScheduleSpec(),
        Skills = [new SkillRef { Name = "s", Source = "bundled" }],
        Model = model,
        Guardrails = guardrails,
    };
}
