using Legator.ChatOps.Commands;
using Legator.ChatOps.Gateway;
using Legator.ChatOps.Telegram;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.ChatOps;

/// <summary>Commands from chats.</summary>
public static class ChatOpsRegistration
{
    /// <summary>Adds the Telegram bot, from configuration section <c>ChatOps:Telegram</c> or the <c>CHATOPS_TELEGRAM_*</c> variables. Without a bot token it is off. Needs the service defaults.</summary>
    public static IHostApplicationBuilder AddLegatorChatOps(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TelegramOptions>()
            .BindConfiguration(TelegramOptions.Section)
            .PostConfigure<IConfiguration>(TelegramVariables.Apply)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>());
        services.AddSingleton<ChatBindings>();
        services.AddSingleton<UpdateOffset>();
        services.AddSingleton<TelegramTransport>();
        services.AddSingleton<LegatorGateway>();
        services.AddSingleton<IChatCommand, HelpCommand>();
        services.AddSingleton<IChatCommand, StatusCommand>();
        services.AddSingleton<IChatCommand, RunCommand>();
        services.AddSingleton<CommandRouter>();
        services.AddHostedService<TelegramPoller>();
        return builder;
    }
}
