namespace Legator.Web.Webhooks;

internal static class WebhooksRegistration
{
    public static IHostApplicationBuilder AddWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WebhookSecrets>();
        builder.Services.AddSingleton<WebhookRate>();
        builder.Services.AddSingleton<WebhookMetrics>();
        builder.Services.AddSingleton<WebhookDoor>();
        builder.Services.AddSingleton<WebhookDesk>();
        return builder;
    }

    public static WebApplication MapWebhooks(this WebApplication app)
    {
        WebhookEndpoint.Map(app);
        return app;
    }
}
