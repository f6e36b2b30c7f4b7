using Legator.Core.Notifications;
using Legator.Core.Resources.Environments;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Delivers messages in one way.</summary>
internal interface IChannel
{
    /// <summary>The way.</summary>
    ChannelType Type { get; }

    /// <summary>Delivers a message. What it throws counts as a failure that may pass.</summary>
    Task<Delivery> DeliverAsync(Notification message, ChannelTarget target, CancellationToken cancellationToken);
}
