using Legator.Backends.Notifications;
using Legator.Operator.Control;
using Legator.Operator.Notifications.Channels;
using Legator.Operator.Notifications.Rules;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications;

/// <summary>Adds what tells people.</summary>
internal static class NotificationsRegistration
{
    public static IHostApplicationBuilder AddNotifications(this IHostApplicationBuilder builder)
    {
        builder.AddNotificationOutbox();
        var services = builder.Services;
        services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NotificationOptions>, NotificationOptionsValidator>();
        services.AddSingleton(provider => new ChannelConnections(provider.GetRequiredService<IOptions<NotificationOptions>>()));
        services.AddSingleton<ChannelPost>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddSingleton<IChannel, TelegramChannel>();
        services.AddSingleton<IChannel, WebhookChannel>();
        services.AddSingleton<IChannel, EmailChannel>();
        services.AddSingleton<IChannel, AgentChannel>();
        services.AddSingleton<ChannelChecks>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<DeliveryNews>();
        services.AddSingleton<NotificationMetrics>();
        services.AddSingleton<RunMetrics>();
        services.AddSingleton<Composer>();
        services.AddSingleton<RunNews>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<IOperatorLoop, NotificationFeed>();
        services.AddSingleton<IOperatorLoop, NotificationSender>();
        services.AddSingleton<IOperatorLoop, NotificationUpkeep>();
        return builder;
    }
}
