using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Agents;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Agents;

/// <summary>Fields that can do nothing as things stand are told.</summary>
public sealed class AgentEffectsTests
{
    [Fact]
    public void Defaults_AreNotHeldAgainstAnybody() => Told(Samples.Agent("n", "web").Spec).ShouldBeNull();

    [Fact]
    public void Reporting_WithoutAChannel_IsTold()
    {
        var told = Told(Samples.Agent("n", "web").Spec with { Reporting = new ReportingSpec { OnFinding = ReportingAction.Notify } })!;
        told.ShouldContain("spec.reporting.onFinding: notify reaches nobody");
        told.ShouldContain("spec.reporting.onFailure: escalate reaches nobody");
        Told(Samples.Agent("n", "web").Spec with { Reporting = new ReportingSpec { OnFinding = ReportingAction.Notify } }, ChannelType.Email).ShouldBeNull();
        Told(Samples.Agent("n", "web").Spec with { Reporting = new ReportingSpec { OnFinding = ReportingAction.Notify } }, ChannelType.Agent).ShouldNotBeNull();
    }

    [Fact]
    public void Escalation_WithANameThatIsNotUsed_IsTold()
    {
        var spec = Samples.Agent("n", "web").Spec;
        Told(spec with { Guardrails = spec.Guardrails with { Escalation = new EscalationSpec { Target = EscalationTarget.Human, ChannelName = "ops" } } }, ChannelType.Slack)!.ShouldStartWith("spec.guardrails.escalation.channelName: 'ops' is not used");
    }

    private static string? Told(LegatorAgentSpec spec, ChannelType? channel = null)
    {
        var home = Samples.Environment("n");
        home = home with { Spec = home.Spec with { Channels = channel is { } type ? new Dictionary<string, ChannelSpec> { ["ops"] = new() { Type = type, Target = "x" } } : new Dictionary<string, ChannelSpec>() } };
        var aspect = AgentEffects.Of(spec, home);
        return aspect.Holds ? null : aspect.Message;
    }
}
