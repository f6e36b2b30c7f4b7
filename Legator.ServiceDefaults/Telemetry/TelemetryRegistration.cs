using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Legator.ServiceDefaults.Telemetry;

/// <summary>Metrics, traces and logs by OpenTelemetry; nothing leaves the process unless an OTLP endpoint is named.</summary>
internal static class TelemetryRegistration
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Every meter and activity source of the product begins with this.</summary>
    private const string Own = "Legator.*";

    public static void Add(IHostApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[EndpointVariable]))
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName))
            .WithMetrics(metrics => metrics
                .AddMeter(Own)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .WithTracing(tracing => tracing
                .AddSource(Own)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => context.Request.Path.Value is not ("/healthz" or "/readyz"))
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }
}
