using System.Text.Json.Nodes;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;
using Legator.Runner.Tools.Mcp;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Mcp.OAuth;

/// <summary>An MCP server that takes the tokens of an authorization server, and a run that has a client there.</summary>
internal sealed class Shop(McpSite site, Authority authority) : IAsyncDisposable
{
    private readonly HashSet<string> _revoked = [];

    public McpSite Site => site;

    public Authority Authority => authority;

    /// <summary>What each method needs besides a token.</summary>
    public Dictionary<string, string> Needs { get; } = [];

    /// <summary>Requests that it refused.</summary>
    public int Refused { get; private set; }

    /// <summary>True when it takes no token at all.</summary>
    public bool TakesNone { get; set; }

    public static async Task<Shop> OpenAsync()
    {
        var shop = new Shop(await McpSite.StartAsync("""{"name":"stock","answer":"7"}""", """{"name":"echo"}"""), await Authority.StartAsync());
        shop.Site.Pages["/.well-known/oauth-protected-resource/mcp"] = $$"""{"resource":"{{shop.Site.Url}}","authorization_servers":["{{shop.Authority.Origin}}"],"scopes_supported":["stock:read"]}""";
        shop.Site.Server.Instead = shop.RefuseAsync;
        return shop;
    }

    public McpRun Run(Func<McpOAuthSpec, McpOAuthSpec>? change = null, IReadOnlyDictionary<string, string>? login = null, TimeProvider? time = null, TimeSpan? patience = null)
    {
        var oauth = new McpOAuthSpec { Servers = [authority.Origin], Credential = "shop" };
        var options = new McpOptions { DiscoveryTimeout = patience ?? TimeSpan.FromSeconds(30) };
        var run = new McpRun(new McpServerSpec { Endpoint = site.Url, Oauth = change?.Invoke(oauth) ?? oauth }, options, new GuardedHttp(), time ?? TimeProvider.System);
        login ??= new Dictionary<string, string> { ["client-id"] = "legator", ["client-secret"] = "canary-secret" };
        run.Scope = run.Scope with { Credentials = new Dictionary<string, ICredentialHandle> { ["shop"] = new SecretCredential("shop", CredentialType.OAuthClient, login) } };
        return run;
    }

    /// <summary>No token that was given so far is good any more.</summary>
    public void Revoke() => _revoked.UnionWith(authority.Given);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await authority.DisposeAsync();
    }

    private async Task<bool> RefuseAsync(HttpContext context, JsonObject request)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : "";
        if (TakesNone || !authority.Given.Contains(token) || _revoked.Contains(token))
        {
            Refused++;
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return true;
        }

        var scopes = authority.Asked.Last().Form.GetValueOrDefault("scope", "").Split(' ');
        if (Needs.TryGetValue((string)request["method"]!, out var needed) && !scopes.Contains(needed))
        {
            Refused++;
            context.Response.StatusCode = 403;
            context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{needed}\"";
            return true;
        }

        if ((string?)request["params"]?["name"] == "echo")
        {
            await McpEndpoint.AnswerAsync(context, request, new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = $"You sent {header}." }) });
            return true;
        }

        return false;
    }
}
