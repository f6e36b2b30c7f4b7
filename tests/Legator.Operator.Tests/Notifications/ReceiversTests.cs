using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Operator.Notifications.Rules;

namespace Legator.Operator.Tests.Notifications;

/// <summary>Who is told of an escalation.</summary>
public sealed class ReceiversTests
{
    private static readonly LegatorEnvironmentSpec Home = new()
    {
        Channels = new Dictionary<string, ChannelSpec>
        {
            ["oncall"] = new() { Type = ChannelType.Slack, Target = "#x" },
            ["helper"] = new() { Type = ChannelType.Agent, Target = "triage" },
            ["audit"] = new() { Type = ChannelType.Webhook, Target = "https://x" },
        },
    };

    [Theory]
    [InlineData(null, null, "audit,oncall")]
    [InlineData(EscalationTarget.Human, null, "audit,oncall")]
    [InlineData(EscalationTarget.Human, "oncall", "audit,oncall")]
    [InlineData(EscalationTarget.Channel, "oncall", "oncall")]
    [InlineData(EscalationTarget.Channel, "helper", "helper")]
    [InlineData(EscalationTarget.Channel, "gone", "audit,oncall")]
    [InlineData(EscalationTarget.Parent, null, "audit,oncall")]
    public void Escalation_OfARunThatNoAgentAskedFor_GoesThere(EscalationTarget? target, string? name, string expected) =>
        string.Join(',', Receivers.Escalation(target is { } to ? new EscalationSpec { Target = to, ChannelName = name } : null, Home, null)).ShouldBe(expected);

    [Theory]
    [InlineData(true, Notification.ParentChannel)]
    [InlineData(false, "audit,oncall")]
    public void Escalation_ToTheParent_GoesToWhoGaveTheTask(bool isTask, string expected)
    {
        var led = new RunSnapshotDelegation { Event = "e", EventType = "a2a.task.general", IsTask = isTask, From = "agents/boss", Autonomy = AutonomyLevel.Observe };
        string.Join(',', Receivers.Escalation(new EscalationSpec { Target = EscalationTarget.Parent }, Home, led)).ShouldBe(expected);
    }
}
