using System.Text.Json;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Finds out where a server lets its clients sign in: what the server says of itself (RFC 9728), then what its authorization server does (RFC 8414, OpenID Connect), and nothing that the environment does not allow.</summary>
/// <param name="places">Where a run may sign in.</param>
/// <param name="wire">Carries the questions.</param>
internal sealed class OAuthDiscovery(OAuthPlaces places, OAuthWire wire)
{
    private const string OfResource = "/.well-known/oauth-protected-resource";
    private const string OfAuthority = "/.well-known/oauth-authorization-server";
    private const string OfOpenId = "/.well-known/openid-configuration";

    private HttpTarget Server => places.Server;

    /// <summary>What the server says of itself; null for one of the oldest version of the protocol, which says nothing.</summary>
    /// <param name="told">Where it says that it does.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="McpProblemException">It says what cannot be believed.</exception>
    public async Task<OAuthResource?> ResourceAsync(string? told, CancellationToken cancellationToken)
    {
        var path = Server.Url.AbsolutePath.TrimEnd('/');
        string[] candidates = told is not null ? [told] : path.Length == 0 ? [Server.Origin + OfResource] : [Server.Origin + OfResource + path, Server.Origin + OfResource];
        foreach (var candidate in candidates)
        {
            if (await FindAsync(candidate, cancellationToken) is { } said)
            {
                return Read(said);
            }
        }

        return told is null ? null : throw new McpProblemException($"What it says of itself for signing in cannot be read at {McpText.Line(told, 200)}.");
    }

    /// <summary>The authorization server to ask.</summary>
    /// <exception cref="McpProblemException">There is none that may be asked, or it says what cannot be believed.</exception>
    public async Task<OAuthAuthority> AuthorityAsync(OAuthResource? resource, CancellationToken cancellationToken)
    {
        if (resource is null && !places.IsNamed)
        {
            return await FindAsync(Server.Origin + OfAuthority, cancellationToken) is { } own ? Read(own, issuer => HttpTarget.TryRead(issuer, out var target, out _) && target.Origin == Server.Origin) : Assumed();
        }

        // The environment says itself where to sign in at a server that does not.
        var authority = resource is null ? places.Allowed[0].Url.AbsoluteUri
            : resource.Authorities.FirstOrDefault(places.Allows)
            ?? throw new McpProblemException($"It wants its clients to sign in at {McpText.Line(string.Join(", ", resource.Authorities.Take(5)), 300)}, and {places.Words()}.");
        foreach (var candidate in Candidates(new Uri(authority)))
        {
            if (await FindAsync(candidate, cancellationToken) is { } said)
            {
                return Read(said, issuer => OAuthPlaces.IsSame(issuer, authority) || (places.IsNamed && places.Names(issuer)));
            }
        }

        throw new McpProblemException($"The authorization server {McpText.Line(authority, 200)} does not say how to sign in.");
    }

    private static string[] Candidates(Uri authority)
    {
        var (origin, path) = (authority.GetLeftPart(UriPartial.Authority), authority.AbsolutePath.TrimEnd('/'));
        return path.Length == 0 ? [origin + OfAuthority, origin + OfOpenId] : [origin + OfAuthority + path, origin + OfOpenId + path, origin + path + OfOpenId];
    }

    private Task<JsonElement?> FindAsync(string url, CancellationToken cancellationToken) =>
        wire.FindAsync(HttpTarget.TryRead(url, out var target, out var problem) ? target.Url : throw new McpProblemException($"It names an address that cannot be called. {problem}"), cancellationToken);

    // Who would take a token for another resource than the one that is called could use it there.
    private OAuthResource Read(JsonElement said)
    {
        var name = OAuthJson.Text(said, "resource") ?? "";
        return HttpTarget.TryRead(name, out var target, out _) && Server.IsWithin(target.Url)
            ? new OAuthResource(name, OAuthJson.Texts(said, "authorization_servers") ?? [], OAuthJson.Texts(said, "scopes_supported") ?? [])
            : throw new McpProblemException($"It says that it is the resource '{McpText.Line(name, 200)}', which {Server.Url.AbsoluteUri} does not belong to.");
    }

    // Metadata of another issuer could send a code or a secret to whoever wrote them.
    private OAuthAuthority Read(JsonElement said, Func<string, bool> isExpected)
    {
        var issuer = OAuthJson.Text(said, "issuer") ?? "";
        return new OAuthAuthority
        {
            Issuer = isExpected(issuer) ? issuer : throw new McpProblemException($"Its authorization server says that it is '{McpText.Line(issuer, 200)}', which is another one than was asked. Where that is right, name it in oauth.servers too."),
            Token = places.Endpoint(OAuthJson.Text(said, "token_endpoint") ?? throw new McpProblemException("Its authorization server does not say where tokens come from.")),
            Authorization = OAuthJson.Text(said, "authorization_endpoint") is { } authorization ? places.Endpoint(authorization) : null,
            Registration = OAuthJson.Text(said, "registration_endpoint") is { } registration ? places.Endpoint(registration) : null,
            Grants = OAuthJson.Texts(said, "grant_types_supported"),
            Methods = OAuthJson.Texts(said, "token_endpoint_auth_methods_supported"),
            Algorithms = OAuthJson.Texts(said, "token_endpoint_auth_signing_alg_values_supported"),
            BindsCodes = OAuthJson.Texts(said, "code_challenge_methods_supported")?.Contains("S256") ?? false,
            TakesDocuments = OAuthJson.IsTrue(said, "client_id_metadata_document_supported"),
            NamesItself = OAuthJson.IsTrue(said, "authorization_response_iss_parameter_supported"),
        };
    }

    private OAuthAuthority Assumed() => new()
    {
        Issuer = Server.Origin,
        Token = places.Endpoint(Server.Origin + "/token"),
        Authorization = places.Endpoint(Server.Origin + "/authorize"),
        Registration = places.Endpoint(Server.Origin + "/register"),
        BindsCodes = true,
    };
}
