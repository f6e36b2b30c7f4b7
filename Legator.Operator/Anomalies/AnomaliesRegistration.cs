using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Anomalies;

internal static class AnomaliesRegistration
{
    public static IHostApplicationBuilder AddAnomalies(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AnomalyOptions>().BindConfiguration(AnomalyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnomalyOptions>, AnomalyOptionsValidator>();
        services.AddSingleton<AgentHistory>();
        services.AddSingleton<AnomalyEventStore>();
        services.AddSingleton<IOperatorLoop>(provider => provider.GetRequiredService<AnomalyEventStore>());
        services.AddSingleton<AnomalyMetrics>();
        services.AddSingleton<AnomalyWatch>();
        return builder;
    }
}
