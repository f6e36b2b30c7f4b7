using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.ModelStandIn;

/// <summary>A token endpoint of OAuth's client credentials grant, on a port of this machine. Only its newest token counts.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Id = "legator";
    public const string Secret = "canary-client-77aa";

    private readonly WebApplication _app;
    private readonly int _life;
    private int _issued;

    private TokenIssuer(WebApplication app, int life) => (_app, _life) = (app, life);

    public string Address => new Uri(new Uri(_app.Urls.Single()), "/token").ToString();

    /// <summary>How many tokens were asked for.</summary>
    public int Issued => _issued;

    /// <summary>The token that counts. A number that nobody has yet can be made the one, so that the last one is refused.</summary>
    public string Valid => $"canary-token-{Math.Max(_issued, Least)}";

    /// <summary>Tokens before this one are revoked.</summary>
    public int Least { get; set; } = 1;

    /// <param name="life">Seconds that a token holds.</param>
    public static async Task<TokenIssuer> StartAsync(int life = 3600)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new TokenIssuer(builder.Build(), life);
        issuer._app.Run(issuer.AnswerAsync);
        await issuer._app.StartAsync();
        return issuer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var proof = AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var sent) && sent is { Scheme: "Basic", Parameter: { } pair } ? Encoding.UTF8.GetString(Convert.FromBase64String(pair)) : "";
        if (context.Request.Method != "POST" || form["grant_type"] != "client_credentials" || proof != $"{Id}:{Secret}")
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"error":"invalid_client"}""");
            return;
        }

        var number = Interlocked.Increment(ref _issued);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(new JsonObject { ["access_token"] = $"canary-token-{number}", ["token_type"] = "Bearer", ["expires_in"] = _life }.ToJsonString());
    }
}
