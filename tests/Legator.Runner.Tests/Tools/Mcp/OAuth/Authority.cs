using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Mcp.OAuth;

/// <summary>An authorization server on loopback that gives tokens to clients, and says and does what a test wants. Codes are given without a person.</summary>
internal sealed class Authority(WebApplication app) : IAsyncDisposable
{
    private int _given;

    public string Origin => app.Urls.Single();

    /// <summary>What it says of itself; a member that is null is not said.</summary>
    public JsonObject Metadata { get; } = [];

    /// <summary>What it was asked for a token, and the header that came with it.</summary>
    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Form, string Header)> Asked { get; } = new();

    /// <summary>Every token that it gave.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    /// <summary>For how long its tokens are good; null when it does not say.</summary>
    public int? Life { get; set; } = 3600;

    /// <summary>Whether it gives tokens that get the next one.</summary>
    public bool Refreshes { get; set; }

    /// <summary>Answers a request for a token in another way.</summary>
    public Func<IReadOnlyDictionary<string, string>, IResult?> Instead { get; set; } = _ => null;

    /// <summary>Does something else at every address.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    public static async Task<Authority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var authority = new Authority(app);
        app.Use(async (context, next) =>
        {
            if (!await authority.Fault(context))
            {
                await next(context);
            }
        });
        app.MapGet("/.well-known/oauth-authorization-server", () => Results.Text(authority.Metadata.ToJsonString(), "application/json"));
        app.MapPost("/token", (Delegate)authority.TokenAsync);
        app.MapPost("/register", () => Results.Text("""{"client_id":"made","client_secret":"canary-made-secret"}""", "application/json", statusCode: 201));
        app.MapGet("/authorize", (HttpContext context) => Results.Redirect($"{context.Request.Query["redirect_uri"]}?code=canary-code&state={Uri.EscapeDataString(context.Request.Query["state"]!)}"));
        await app.StartAsync();
        foreach (var (name, path) in new[] { ("issuer", ""), ("token_endpoint", "/token"), ("registration_endpoint", "/register"), ("authorization_endpoint", "/authorize") })
        {
            authority.Metadata[name] = authority.Origin + path;
        }

        authority.Metadata["code_challenge_methods_supported"] = new JsonArray("S256");
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        Asked.Enqueue((form, context.Request.Headers.Authorization.ToString()));
        if (Instead(form) is { } other)
        {
            return other;
        }

        var number = Interlocked.Increment(ref _given);
        var token = $"canary-token-{number}";
        Given.Enqueue(token);
        var answer = new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["scope"] = form.GetValueOrDefault("scope") };
        if (Life is { } life)
        {
            answer["expires_in"] = life;
        }

        if (Refreshes)
        {
            answer["refresh_token"] = $"canary-refresh-{number}";
        }

        return Results.Text(answer.ToJsonString(), "application/json");
    }
}
