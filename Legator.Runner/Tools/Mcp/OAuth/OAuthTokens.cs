using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Asks an authorization server for tokens. Whatever is secret in it is known to the run before it is sent.</summary>
/// <param name="wire">Carries the questions.</param>
/// <param name="secrets">What the run keeps out of texts.</param>
/// <param name="time">The clock.</param>
internal sealed class OAuthTokens(OAuthWire wire, RunSecrets secrets, TimeProvider time)
{
    /// <param name="authority">The authorization server.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="grant">What for; a member that is null or blank is not sent.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="McpProblemException">There is none.</exception>
    public async Task<OAuthToken> AskAsync(OAuthAuthority authority, OAuthClient client, IReadOnlyDictionary<string, string?> grant, CancellationToken cancellationToken)
    {
        var token = OAuthToken.Of(await PostAsync(authority, client, grant, cancellationToken), time.GetUtcNow());
        secrets.Add(token.Access, token.Refresh ?? "");
        return token;
    }

    /// <summary>Exchanges a token for one that another authorization server takes as a word for the client.</summary>
    /// <exception cref="McpProblemException">There is none.</exception>
    public async Task<string> ExchangeAsync(OAuthAuthority authority, OAuthClient client, IReadOnlyDictionary<string, string?> grant, CancellationToken cancellationToken)
    {
        var given = OAuthJson.Text(await PostAsync(authority, client, grant, cancellationToken), "access_token");
        secrets.Add(given ?? "");
        return given ?? throw new McpProblemException($"The identity provider {McpText.Line(authority.Issuer, 200)} gives nothing for the token of the client.");
    }

    private async Task<JsonElement> PostAsync(OAuthAuthority authority, OAuthClient client, IReadOnlyDictionary<string, string?> grant, CancellationToken cancellationToken)
    {
        var form = grant.Where(g => !string.IsNullOrEmpty(g.Value)).ToDictionary(g => g.Key, g => g.Value!, StringComparer.Ordinal);
        AuthenticationHeaderValue? login = null;
        var method = client.MethodFor(authority.Methods);
        switch (method)
        {
            case OAuthMethods.Basic:
                login = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(client.Id)}:{WebUtility.UrlEncode(client.Secret)}")));
                secrets.Add(client.Secret!, login.Parameter!);
                break;
            case OAuthMethods.Post:
                secrets.Add(client.Secret!);
                (form["client_id"], form["client_secret"]) = (client.Id, client.Secret!);
                break;
            case OAuthMethods.Key:
                (form["client_id"], form["client_assertion_type"], form["client_assertion"]) = (client.Id, ClientAssertion.Type, ClientAssertion.Of(client, authority, time.GetUtcNow()));
                secrets.Add(form["client_assertion"]);
                break;
            default:
                form["client_id"] = client.Id;
                break;
        }

        using var content = new FormUrlEncodedContent(form);
        return await wire.PostAsync(authority.Token, content, login, cancellationToken);
    }
}
