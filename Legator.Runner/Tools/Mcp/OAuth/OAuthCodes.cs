using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Gets a code from an authorization server that asks no person: it must answer with a redirect, and the code is taken from that. It is bound to this asker by PKCE.</summary>
internal sealed class OAuthCodes(OAuthWire wire, RunSecrets secrets)
{
    /// <summary>Nobody listens there: the redirect itself is read.</summary>
    public static readonly Uri Return = new("http://127.0.0.1:33418/legator");

    /// <param name="authority">The authorization server.</param>
    /// <param name="client">Client id.</param>
    /// <param name="wanted">What the code is for: resource, scopes and the like; a member that is null or blank is not sent.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>What a token is asked for.</returns>
    /// <exception cref="McpProblemException">There is no code without a person.</exception>
    public async Task<Dictionary<string, string?>> AskAsync(OAuthAuthority authority, string client, IReadOnlyDictionary<string, string?> wanted, CancellationToken cancellationToken)
    {
        if (authority.Authorization is not { } place || !authority.BindsCodes)
        {
            throw new McpProblemException($"The authorization server {McpText.Line(authority.Issuer, 200)} gives no codes that are bound to their asker (PKCE with S256): a client of its own with oauth.grant: client-credentials may do.");
        }

        var (state, verifier) = (Random(), Random());
        secrets.Add(state, verifier);
        var query = HttpUtility.ParseQueryString(place.Query);
        query["response_type"] = "code";
        (query["client_id"], query["redirect_uri"], query["state"]) = (client, Return.AbsoluteUri, state);
        (query["code_challenge"], query["code_challenge_method"]) = (Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))), "S256");
        foreach (var (name, value) in wanted.Where(w => !string.IsNullOrEmpty(w.Value)))
        {
            query[name] = value;
        }

        var code = Code(authority, await wire.RedirectAsync(new UriBuilder(place) { Query = query.ToString() }.Uri, cancellationToken), state);
        secrets.Add(code);
        return new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Return.AbsoluteUri, ["code_verifier"] = verifier };
    }

    private static string Code(OAuthAuthority authority, Uri location, string state)
    {
        if (location.GetLeftPart(UriPartial.Path) != Return.AbsoluteUri)
        {
            throw new McpProblemException($"{McpText.Line(authority.Issuer, 200)} wants a person to sign in, at {McpText.Line(location.GetLeftPart(UriPartial.Path), 200)}.");
        }

        var answer = HttpUtility.ParseQueryString(location.Query);
        if (answer["state"] != state || (answer["iss"] is { } issuer ? issuer != authority.Issuer : authority.NamesItself))
        {
            throw new McpProblemException("The authorization server answers something else than it was asked.");
        }

        return answer["code"] ?? throw new McpProblemException($"The authorization server refuses: {McpText.Line(answer["error_description"] ?? answer["error"] ?? "it gave no code", 200)}");
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
