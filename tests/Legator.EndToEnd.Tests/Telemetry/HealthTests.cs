using System.Globalization;
using System.Net;
using Legator.Backends.Tests.Servers;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Telemetry;

/// <summary>Services whose servers stand still: they say so, and what it is, and recover.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"health-{Environment.ProcessId}");
    private readonly RedisServer _redis = new();
    private readonly PostgresServer _postgres = new();
    private readonly HttpClient _http = new();
    private DistributedProduct _product = null!;

    public async ValueTask InitializeAsync()
    {
        _product = new DistributedProduct(_redis, _postgres, _namespace);
        await _product.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _product.DisposeAsync();
        await _redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task ServerThatStandsStill_TurnsTheServicesThatNeedItRed_UntilItGoesOn()
    {
        await GreenAsync();
        await _redis.SignalAsync("STOP");
        await RedAsync(_product.Runners.Count, "runner slot", "The run queue cannot be used");
        await RedAsync(1, "queue lookout", "the run queue does not answer");
        await _redis.SignalAsync("CONT");
        await GreenAsync();

        await _postgres.SignalAsync("STOP");
        await RedAsync(_product.Runners.Count, "journal lookout", "");
        await RedAsync(1, "projector tail", "");
        await RedAsync(1, "journal feed", "");
        await _postgres.SignalAsync("CONT");
        await GreenAsync();
    }

    private Task GreenAsync() => Eventually.IsTrueAsync("every service is ready", async () => (await AskAsync()).All(answer => answer.Status == HttpStatusCode.OK), Limit);

    private Task RedAsync(int services, string loop, string problem) => Eventually.BecomesAsync(
        $"{services} services say that '{loop}' cannot work",
        AskAsync,
        answers => answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable && IsRed(answer.Body, loop, problem)) >= services,
        Limit);

    private static bool IsRed(string body, string loop, string problem)
    {
        using var report = System.Text.Json.JsonDocument.Parse(body);
        return report.RootElement.GetProperty("loops").EnumerateArray().Any(entry =>
            entry.GetProperty("loop").GetString()!.Contains(loop, StringComparison.Ordinal)
            && entry.GetProperty("state").GetString() is "faulted" or "stopped"
            && entry.TryGetProperty("problem", out var told) && told.GetString()!.Contains(problem, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<(HttpStatusCode Status, string Body)>> AskAsync() => await Task.WhenAll(_product.ServiceUrls.Append(_product.Url).Select(async url =>
    {
        using var answer = await _http.GetAsync(new Uri(url + "/readyz"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }));
}
