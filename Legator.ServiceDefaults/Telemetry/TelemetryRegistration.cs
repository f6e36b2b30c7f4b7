using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Legator.ServiceDefaults.Telemetry;

/// <summary>Metrics, traces and logs by OpenTelemetry. Metrics can always be scraped; nothing leaves the process by itself unless an OTLP endpoint is named.</summary>
internal static class TelemetryRegistration
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Every meter and activity source of the product begins with this.</summary>
    private const string Own = "Legator.*";

    /// <summary>Series of one metric at most: for those that tell agents apart, and for all others. What is beyond is counted together.</summary>
    private const int MostByAgent = 20_000;
    private const int MostOthers = 100;

    // Each can grow with the agents; no other label takes more than a handful of values.
    private static readonly string[] ByAgent = ["Legator.Operator.Runs", "Legator.Operator.Notifications", "Legator.Operator.Schedules", "Legator.Operator.Anomalies"];

    public static void Add(IHostApplicationBuilder builder)
    {
        var sends = !string.IsNullOrWhiteSpace(builder.Configuration[EndpointVariable]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Own).AddRuntimeInstrumentation().AddView(Bounded).AddPrometheusExporter();
                if (sends)
                {
                    metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation();
                }
            });
        if (!sends)
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        telemetry
            .WithTracing(tracing => tracing
                .AddSource(Own)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => context.Request.Path.Value is not ("/healthz" or "/readyz" or "/metrics"))
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }

    private static MetricStreamConfiguration Bounded(Instrument instrument) => instrument switch
    {
        { Meter.Name: var meter } when ByAgent.Contains(meter) => new() { CardinalityLimit = MostByAgent },
        { Name: "legator_approval_wait_seconds" } => new ExplicitBucketHistogramConfiguration { CardinalityLimit = MostOthers, Boundaries = [10, 60, 300, 900, 3600, 14400, 43200, 86400] },
        _ => new() { CardinalityLimit = MostOthers },
    };
}
