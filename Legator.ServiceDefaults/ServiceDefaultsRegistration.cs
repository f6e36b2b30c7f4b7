using Legator.Core.Health;
using Legator.ServiceDefaults.Health;
using Legator.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.ServiceDefaults;

/// <summary>What every service plugs in first.</summary>
public static class ServiceDefaultsRegistration
{
    /// <summary>Adds the clock, loop health, telemetry and one-line console logs.</summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<LoopHealth>();
        builder.Services.TryAddSingleton<ILoopHeartbeats>(provider => provider.GetRequiredService<LoopHealth>());
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        TelemetryRegistration.Add(builder);
        return builder;
    }

    /// <summary>Maps <c>/healthz</c> and <c>/readyz</c>, always and without authentication.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        HealthEndpoints.Map(app);
        return app;
    }

    /// <summary>Maps <c>/metrics</c> for Prometheus. They name agents and channels: where others than the scraper reach the port, ask who calls.</summary>
    public static IEndpointConventionBuilder MapMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics");
}
