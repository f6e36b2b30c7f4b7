using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.NoticeReceivers;

/// <summary>Keeps what is posted to it, and answers as the test says.</summary>
internal sealed class HttpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource end = new();

    private HttpReceiver(WebApplication app) => this.app = app;

    /// <summary>What came in, in order.</summary>
    public ConcurrentQueue<ReceivedPost> Posts { get; } = new();

    /// <summary>Ends with the receiver, so that an answer that never comes does not hold it up.</summary>
    public CancellationToken End => end.Token;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="answer">What it answers to the post of a number, from 1; null for 200 without a body.</param>
    /// <param name="certificate">Answers over TLS with it; null for plain HTTP.</param>
    public static async Task<HttpReceiver> StartAsync(Func<ReceivedPost, int, HttpContext, HttpReceiver, Task>? answer = null, System.Security.Cryptography.X509Certificates.X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var receiver = new HttpReceiver(builder.Build());
        var number = 0;
        receiver.app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
            var post = new ReceivedPost(context.Request.Path.Value!, headers, body.ToArray());
            receiver.Posts.Enqueue(post);
            await (answer?.Invoke(post, Interlocked.Increment(ref number), context, receiver) ?? Task.CompletedTask);
        });
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await app.DisposeAsync();
        end.Dispose();
    }
}
