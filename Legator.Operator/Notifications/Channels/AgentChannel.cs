using Legator.Backends.Kubernetes;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Operator.Notifications.Rules;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Tells another agent by an AgentEvent, which starts a run where that agent has a trigger for it. Nobody vouches for the words, so such a run may only look.</summary>
internal sealed class AgentChannel(ResourceClient<AgentEvent> events) : IChannel
{
    private const int LongestSummary = 200;

    public ChannelType Type => ChannelType.Agent;

    public async Task<Delivery> DeliverAsync(Notification message, ChannelTarget target, CancellationToken cancellationToken)
    {
        var (place, name) = Split(message, target.Spec.Target);
        var kind = System.Text.Json.JsonSerializer.SerializeToElement(message.Kind, Core.LegatorJson.Options).GetString()!;
        var item = new AgentEvent
        {
            Metadata = new ObjectMeta
            {
                Name = $"notice-{message.Id}",
                Namespace = place,
                Labels = new Dictionary<string, string> { ["legator.io/source-agent"] = LabelValue.Of(message.Agent), ["legator.io/event-type"] = $"notification.{kind}" },
            },
            Spec = new AgentEventSpec
            {
                SourceAgent = message.Agent,
                SourceNamespace = message.Namespace,
                SourceRun = message.Run,
                EventType = $"notification.{kind}",
                Severity = message.Severity,
                Summary = PlainText.Cut(message.Title, LongestSummary),
                Detail = message.Text,
                TargetAgent = name,
                Ttl = "24h",
            },
        };
        try
        {
            await events.CreateAsync(item, cancellationToken);
            return Delivery.Done;
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            return Delivery.Done;
        }
        catch (ClusterException exception) when (exception.IsInvalid || exception.IsForbidden || exception.IsNotFound)
        {
            return new Delivery($"the agent cannot be told: {exception.Message}");
        }
    }

    /// <summary>A channel names an agent of its own namespace. The agent that gave a task may be in another one, which its run has proved.</summary>
    private static (string Place, string Name) Split(Notification message, string target) => target.Split('/') switch
    {
        [{ Length: > 0 } name] => (message.Namespace, name),
        [{ Length: > 0 } place, { Length: > 0 } name] when target == message.Parent || place == message.Namespace => (place, name),
        _ => throw new ChannelRefusedException("target is no agent of the environment's namespace: write its name"),
    };
}
