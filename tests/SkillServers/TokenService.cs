using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.SkillServers;

/// <summary>Gives tokens that a real registry accepts, to whoever has the password.</summary>
internal sealed class TokenService : IAsyncDisposable
{
    public const string Service = "skills-registry";
    public const string Issuer = "skills-tokens";
    private readonly ServerCertificate signer = new();
    private readonly WebApplication app;

    private TokenService(WebApplication app)
    {
        this.app = app;
        app.Run(GiveAsync);
    }

    public string Pem => signer.Pem;

    public ConcurrentQueue<string> Scopes { get; } = new();

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<TokenService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new TokenService(builder.Build());
        await service.app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        signer.Dispose();
    }

    private async Task GiveAsync(HttpContext context)
    {
        var known = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DockerRegistry.User}:{DockerRegistry.Password}"));
        if (context.Request.Headers.Authorization != known)
        {
            context.Response.StatusCode = 401;
            return;
        }

        var scope = context.Request.Query["scope"].ToString();
        Scopes.Enqueue(scope);
        await context.Response.WriteAsJsonAsync(new { token = Token(scope) });
    }

    private string Token(string scope)
    {
        var parts = scope.Split(':');
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new { typ = "JWT", alg = "RS256", x5c = new[] { Convert.ToBase64String(signer.Certificate.RawData) } };
        var claims = new { iss = Issuer, sub = DockerRegistry.User, aud = Service, exp = now + 300, nbf = now - 10, iat = now, jti = "1", access = new[] { new { type = parts[0], name = parts[1], actions = parts[2].Split(',') } } };
        var body = $"{Part(JsonSerializer.SerializeToUtf8Bytes(header))}.{Part(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{body}.{Part(signer.Key.SignData(Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
