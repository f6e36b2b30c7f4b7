using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;

namespace Legator.Operator.Notifications.Rules;

/// <summary>Which channels of an environment are told; pure.</summary>
internal static class Receivers
{
    /// <summary>Every channel that reaches people, in the order of their names. Agents are told only where they are named: they would tell each other for ever.</summary>
    public static IReadOnlyList<string> People(LegatorEnvironmentSpec environment) =>
        [.. environment.Channels.Where(channel => channel.Value.Type != ChannelType.Agent).Select(channel => channel.Key).Order(StringComparer.Ordinal)];

    /// <summary>The target of escalations. Where it names nobody who is there, people are told: an escalation is never lost for want of a receiver.</summary>
    public static IReadOnlyList<string> Escalation(EscalationSpec? escalation, LegatorEnvironmentSpec environment, RunSnapshotDelegation? led) => escalation switch
    {
        { Target: EscalationTarget.Channel, ChannelName: { } name } when environment.Channels.ContainsKey(name) => [name],
        { Target: EscalationTarget.Parent } when led is { IsTask: true } => [Notification.ParentChannel],
        _ => People(environment),
    };
}
