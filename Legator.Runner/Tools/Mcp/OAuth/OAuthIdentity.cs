using Legator.Core.Actions.Classification.Http;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Has an identity provider vouch for a run's client: its token there is exchanged (RFC 8693) for an assertion, which the authorization server of the MCP server takes in the place of a person (RFC 7523).</summary>
/// <param name="spec">Who vouches.</param>
/// <param name="discovery">Finds out how the provider is asked.</param>
/// <param name="tokens">Asks it.</param>
/// <param name="scope">The run.</param>
internal sealed class OAuthIdentity(McpOAuthIdentitySpec spec, OAuthDiscovery discovery, OAuthTokens tokens, RunScope scope)
{
    private const string Words = "urn:ietf:params:oauth:";

    /// <summary>The provider's URL.</summary>
    /// <exception cref="McpProblemException">It cannot be called.</exception>
    public static HttpTarget Place(McpOAuthIdentitySpec spec) =>
        HttpTarget.TryRead(spec.Server, out var target, out var problem) ? target : throw new McpProblemException($"Its identity provider cannot be called. {problem}");

    /// <returns>What a token is asked for at the authorization server.</returns>
    /// <exception cref="McpProblemException">Nobody vouches for it.</exception>
    /// <exception cref="ToolInputException">The credential cannot be used.</exception>
    public async Task<Dictionary<string, string?>> AskAsync(OAuthAuthority authority, string? resource, string? scopes, CancellationToken cancellationToken)
    {
        var client = await OAuthClient.OpenAsync(spec.Credential, scope, cancellationToken);
        var provider = await discovery.AuthorityAsync(null, cancellationToken);
        var assertion = await tokens.ExchangeAsync(
            provider,
            client,
            new Dictionary<string, string?>
            {
                ["grant_type"] = Words + "grant-type:token-exchange",
                ["requested_token_type"] = Words + "token-type:id-jag",
                ["subject_token"] = client.IdToken ?? throw new McpProblemException($"The credential '{spec.Credential}' has no field 'id-token'."),
                ["subject_token_type"] = Words + "token-type:id_token",
                ["audience"] = authority.Issuer,
                ["resource"] = resource,
                ["scope"] = scopes,
            },
            cancellationToken);
        return new() { ["grant_type"] = Words + "grant-type:jwt-bearer", ["assertion"] = assertion };
    }
}
