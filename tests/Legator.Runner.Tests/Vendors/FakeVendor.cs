using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Vendors;

/// <summary>A model vendor's HTTP API on the wire: answers what it was told to, in order, and keeps what it was asked.</summary>
internal sealed class FakeVendor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<VendorReply> _replies = new();
    private readonly List<VendorRequest> _requests = [];

    private FakeVendor(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IReadOnlyList<VendorRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static async Task<FakeVendor> StartAsync(params VendorReply[] replies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var vendor = new FakeVendor(builder.Build());
        foreach (var reply in replies)
        {
            vendor._replies.Enqueue(reply);
        }

        vendor._app.Run(vendor.AnswerAsync);
        await vendor._app.StartAsync();
        return vendor;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        VendorReply reply;
        lock (_requests)
        {
            _requests.Add(new VendorRequest(
                context.Request.Method,
                context.Request.Path,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body.StartsWith('{') ? JsonNode.Parse(body) : null) { Form = body });
            reply = _replies.Count > 0 ? _replies.Dequeue() : new VendorReply("{\"error\":{\"message\":\"nothing is left to say\"}}", 400);
        }

        await reply.Until.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.Type;
        if (reply.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        await context.Response.WriteAsync(reply.Body);
    }
}
