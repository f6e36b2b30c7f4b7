using System.Text;
using System.Text.Json;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Who a run is at an authorization server: the client of the environment's credential, the document that describes it, or one that is registered for the run.</summary>
internal sealed class OAuthClients(McpOAuthSpec spec, RunScope scope, OAuthWire wire)
{
    private OAuthClient? _registered;

    /// <exception cref="McpProblemException">It is nobody there.</exception>
    /// <exception cref="ToolInputException">The credential cannot be used.</exception>
    public async Task<OAuthClient> OfAsync(OAuthAuthority authority, CancellationToken cancellationToken)
    {
        if (spec.Credential is { } credential)
        {
            // Read each time, so that a secret that was changed meanwhile is the one that is used.
            return await OAuthClient.OpenAsync(credential, scope, cancellationToken);
        }

        return authority.TakesDocuments && spec.ClientMetadata is { } document ? new OAuthClient(document, null, null, null, OAuthMethods.None) : _registered ??= await RegisterAsync(authority, cancellationToken);
    }

    private async Task<OAuthClient> RegisterAsync(OAuthAuthority authority, CancellationToken cancellationToken)
    {
        var place = authority.Registration ?? throw new McpProblemException($"{McpText.Line(authority.Issuer, 200)} does not let clients register themselves: make a client there, and name its credential in oauth.credential.");
        var asked = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["client_name"] = "legator",
            ["redirect_uris"] = new[] { OAuthCodes.Return.AbsoluteUri },
            ["grant_types"] = new[] { "authorization_code", "refresh_token" },
            ["response_types"] = new[] { "code" },
            ["token_endpoint_auth_method"] = new OAuthClient("", "", null, null, null).MethodFor(authority.Methods),
        });
        using var content = new StringContent(asked, Encoding.UTF8, "application/json");
        var answer = await wire.PostAsync(place, content, null, cancellationToken);
        var id = OAuthJson.Text(answer, "client_id") ?? throw new McpProblemException("The authorization server registers a client without an id.");
        var secret = OAuthJson.Text(answer, "client_secret");
        scope.Secrets.Add(secret ?? "", OAuthJson.Text(answer, "registration_access_token") ?? "");
        return new OAuthClient(id, secret, null, null, secret is null ? OAuthMethods.None : OAuthJson.Text(answer, "token_endpoint_auth_method"));
    }
}
