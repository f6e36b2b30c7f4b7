using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.VaultStandIn;

/// <summary>Speaks Vault's protocol on loopback as far as Legator does, with real certificates and real database roles behind it, and policies that refuse.</summary>
internal sealed class VaultServer : IAsyncDisposable
{
    /// <summary>What docs/vault.md tells people to let the runner do.</summary>
    public static readonly IReadOnlyList<string> DocumentedPolicy =
        ["read secret/data/*", "update ssh/sign/*", "read database/creds/*", "update auth/token/create", "update auth/token/revoke-accessor"];

    public const string Jwt = "eyJhbGciOiJSUzI1NiJ9.canary-service-account.sig";
    public const string RoleId = "role-4711";
    public const string SecretId = "canary-secret-id-0815";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly StandInEngines _engines;

    private readonly StandInCertificate? _certificate;

    private VaultServer(WebApplication app, TimeProvider time, StandInCertificate? certificate)
    {
        (_app, _time, _certificate, Tokens) = (app, time, certificate, new StandInTokens(time));
        Databases = new StandInDatabases(Tokens);
        _engines = new StandInEngines(Tokens, Ssh, Databases, Store, time);
        Root = Tokens.Create(TimeSpan.MaxValue, ["root"]);
        Agent = Tokens.Create(TimeSpan.MaxValue, ["legator"]);
        Policies["legator"] = DocumentedPolicy;
    }

    /// <summary>PEM of the authority of its certificate; null where it speaks plain HTTP.</summary>
    public string? Authority => _certificate?.Authority;

    public StandInTokens Tokens { get; }

    public StandInSshAuthority Ssh { get; } = new();

    public StandInDatabases Databases { get; }

    /// <summary>Secrets of the KV engine by path.</summary>
    public IDictionary<string, JsonObject> Store { get; } = new ConcurrentDictionary<string, JsonObject>();

    public IDictionary<string, IReadOnlyList<string>> Policies { get; } = new ConcurrentDictionary<string, IReadOnlyList<string>>();

    public StandInToken Root { get; }

    /// <summary>A token that people made for Legator.</summary>
    public StandInToken Agent { get; }

    /// <summary>Every request that came, as <c>read secret/data/x</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string?> Namespaces { get; } = new();

    /// <summary>How long tokens of a login live when nothing shortens it.</summary>
    public TimeSpan LoginTtl { get; set; } = TimeSpan.FromHours(768);

    public string LoginType { get; set; } = "service";

    /// <summary>Status of its health; others than 200, 429 and 473 refuse everything.</summary>
    public int Health { get; set; } = 200;

    /// <summary>Nothing gets through while it is true.</summary>
    public bool Unplugged { get; set; }

    /// <summary>What happens after a request was carried out and before it is answered; true swallows the answer.</summary>
    public Func<string, Task<bool>>? BeforeAnswer { get; set; }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Tokens that runs have: all but those that people made.</summary>
    public IReadOnlyList<StandInToken> RunTokens => [.. Tokens.Tokens.Where(t => t != Root && t != Agent)];

    public static async Task<VaultServer> StartAsync(TimeProvider? time = null, bool tls = false)
    {
        var certificate = tls ? StandInCertificate.Create() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate.Server);
            }
        }));
        var server = new VaultServer(builder.Build(), time ?? TimeProvider.System, certificate);
        await server.Ssh.StartAsync();
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
        Ssh.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/v1/".Length..];
        var request = new StandInRequest(
            HttpMethods.IsGet(context.Request.Method) ? "read" : "update",
            path,
            context.Request.ContentLength > 0 ? (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))! : [],
            Tokens.Find(context.Request.Headers["X-Vault-Token"]));
        if (Unplugged)
        {
            context.Abort();
            return;
        }

        Requests.Enqueue($"{request.Capability} {path}");
        Namespaces.Enqueue(context.Request.Headers["X-Vault-Namespace"]);
        var answer = await AnswerAsync(request);
        if (BeforeAnswer is { } interrupt && await interrupt(path))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            await context.Response.WriteAsJsonAsync(body);
        }
    }

    private async Task<StandInAnswer> AnswerAsync(StandInRequest request)
    {
        await Tokens.ExpireAsync();
        if (request.Path == "sys/health")
        {
            return new StandInAnswer(Health, new JsonObject { ["initialized"] = Health != 501, ["sealed"] = Health == 503 });
        }

        if (Health is not (200 or 429 or 473))
        {
            return StandInAnswer.Error(503, "Vault is sealed");
        }

        if (request.Path.Split('/') is ["auth", var method, "login"])
        {
            return Login(method, request);
        }

        return request.Token is { } token && (token.IsRoot || StandInPolicy.Allows(StandInPolicy.Default.Concat(token.Policies.SelectMany(p => Policies[p])), request.Capability, request.Path))
            ? await _engines.AnswerAsync(request)
            : StandInAnswer.Refused;
    }

    private StandInAnswer Login(string method, StandInRequest request) => method switch
    {
        "kubernetes" when request.Text("role") != "legator" => StandInAnswer.Error(400, $"invalid role name \"{request.Text("role")}\""),
        "kubernetes" when request.Text("jwt") == Jwt => StandInAnswer.Auth(Tokens.Create(LoginTtl, ["legator"], type: LoginType), _time),
        "approle" when request.Text("role_id") == RoleId && request.Text("secret_id") == SecretId => StandInAnswer.Auth(Tokens.Create(LoginTtl, ["legator"], type: LoginType), _time),
        "approle" => StandInAnswer.Error(400, "invalid role or secret ID"),
        _ => StandInAnswer.Refused,
    };
}
