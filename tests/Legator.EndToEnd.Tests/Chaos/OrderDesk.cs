using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>A server that changes something for whoever asks, and counts how often: one order for each ticket is right. Now and then it does what it was asked and loses the answer.</summary>
internal sealed class OrderDesk(int loseEvery) : IAsyncDisposable
{
    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<string, int> _orders = new();
    private readonly ConcurrentDictionary<string, string> _bodies = new();
    private WebApplication? _app;
    private int _tickets;
    private int _taken;

    public string Url { get; private set; } = "";

    /// <summary>How often each ticket was ordered for.</summary>
    public IReadOnlyDictionary<string, int> Orders => _orders;

    /// <summary>Tickets whose order was carried out and never answered.</summary>
    public ConcurrentDictionary<string, byte> Lost { get; } = new();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
        Url = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        switch (context.Request.Method, path)
        {
            case ("GET", ["ticket"]):
                await ThinkAsync();
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"ticket-{Interlocked.Increment(ref _tickets)}"));
                break;
            case ("GET", ["orders", var ticket]):
                context.Response.StatusCode = _bodies.ContainsKey(ticket) ? 200 : 404;
                await context.Response.WriteAsync(_bodies.GetValueOrDefault(ticket, ""));
                break;
            case ("POST" or "PUT", ["orders", var ticket]):
                await TakeAsync(context, ticket);
                break;
        }
    }

    /// <summary>Runs take their time, so that what strikes strikes them in the middle.</summary>
    private static Task ThinkAsync() => Task.Delay(Thinks, TimeProvider.System);

    private async Task TakeAsync(HttpContext context, string ticket)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        _bodies[ticket] = body;
        _orders.AddOrUpdate(ticket, 1, (_, count) => count + 1);
        await ThinkAsync();
        if (Interlocked.Increment(ref _taken) % loseEvery == 0)
        {
            Lost[ticket] = 0;
            context.Abort();
            return;
        }

        context.Response.StatusCode = 201;
        await context.Response.WriteAsync("ordered");
    }
}
