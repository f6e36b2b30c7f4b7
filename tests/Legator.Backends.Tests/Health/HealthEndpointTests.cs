using System.Net;
using Legator.Core.Health;
using Legator.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Backends.Tests.Health;

public sealed class HealthEndpointTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new();
    private WebApplication app = null!;
    private HttpClient http = null!;
    private ILoopHeartbeat loop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.AddServiceDefaults();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapServiceDefaults();
        loop = app.Services.GetRequiredService<ILoopHeartbeats>().Register("projector", TimeSpan.FromSeconds(30));
        await app.StartAsync(Stop);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Loop_NotYetBegun_IsAliveAndNotReady() => await ShouldAnswerAsync(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);

    [Fact]
    public async Task Loop_Beats_IsReady()
    {
        loop.Beat();

        await ShouldAnswerAsync(HttpStatusCode.OK, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Loop_CannotWork_IsAliveAndNotReadyUntilItCan()
    {
        loop.Fault("the API is unreachable");
        await ShouldAnswerAsync(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);

        loop.Beat();

        await ShouldAnswerAsync(HttpStatusCode.OK, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Loop_Silent_TurnsLivenessRedAndIsNamed()
    {
        loop.Beat();
        time.Advance(TimeSpan.FromSeconds(31));

        await ShouldAnswerAsync(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);

        (await (await http.GetAsync("/healthz", Stop)).Content.ReadAsStringAsync(Stop)).ShouldContain("projector");
    }

    [Fact]
    public async Task Loop_EndedInOrder_IsForgotten()
    {
        loop.Dispose();
        time.Advance(TimeSpan.FromSeconds(31));

        await ShouldAnswerAsync(HttpStatusCode.OK, HttpStatusCode.OK);
    }

    private async Task ShouldAnswerAsync(HttpStatusCode health, HttpStatusCode ready)
    {
        (await http.GetAsync("/healthz", Stop)).StatusCode.ShouldBe(health);
        (await http.GetAsync("/readyz", Stop)).StatusCode.ShouldBe(ready);
    }
}
