using Legator.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.ServiceDefaults.Health;

/// <summary><c>/healthz</c> and <c>/readyz</c>: always there and open to all, because probes carry no credentials. They name loops, never data.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.ServiceProvider.GetRequiredService<LoopHealth>();
        var lifetime = endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        endpoints.MapGet("/healthz", () => Answer(health.Report(), report => report.IsAlive)).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/readyz", () => Answer(health.Report(), report => report.IsReady && !lifetime.ApplicationStopping.IsCancellationRequested)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Answer(HealthReport report, Func<HealthReport, bool> good)
    {
        var fine = good(report);
        return Results.Json(
            new { status = fine ? "ok" : "failing", report.Loops },
            LegatorJson.Options,
            statusCode: fine ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
