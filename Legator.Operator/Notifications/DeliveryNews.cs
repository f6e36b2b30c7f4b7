using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;
using Legator.Operator.Events;

namespace Legator.Operator.Notifications;

/// <summary>What the last attempt on each channel came to: for the condition ChannelsReady of the environment, and, where a message was given up, as an Event about environment and agent.</summary>
internal sealed class DeliveryNews(Informer<LegatorEnvironment> environments, Informer<LegatorAgent> agents, EventRecorder events) : Findings<ChannelProblems>(ChannelProblems.SayTheSame)
{
    private readonly Lock _gate = new();

    /// <summary>A channel took a message.</summary>
    public void Delivered(Notification message) => Change(message, problems => problems.Without(message.Channel));

    /// <summary>A channel did not take a message.</summary>
    public void Failed(Notification message, string problem, bool isDead)
    {
        Change(message, problems => problems.With(message.Channel, problem));
        if (!isDead)
        {
            return;
        }

        IResource?[] concerned = [environments.TryGet(message.Namespace, message.Environment), agents.TryGet(message.Namespace, message.Agent)];
        foreach (var about in concerned.OfType<IResource>())
        {
            events.Warning(about, "NotificationGivenUp", $"Message {message.Id} ({message.Title}) did not get through to channel '{message.Channel}': {problem}. Once that is mended: legator notifications retry {message.Id}");
        }
    }

    /// <summary>Nobody answered an escalation.</summary>
    public void Unanswered(Notification message, string what)
    {
        if (agents.TryGet(message.Namespace, message.Agent) is { } agent)
        {
            events.Warning(agent, "EscalationUnanswered", $"Nobody answered within {message.Clock!.Seconds:0} s ({message.Title}): {what}");
        }
    }

    private void Change(Notification message, Func<ChannelProblems, ChannelProblems> change)
    {
        if (message.Channel == Notification.ParentChannel)
        {
            return;
        }

        lock (_gate)
        {
            var key = new ObjectKey(message.Namespace, message.Environment);
            Keep(key, change(Of(key) ?? ChannelProblems.None));
        }
    }
}
