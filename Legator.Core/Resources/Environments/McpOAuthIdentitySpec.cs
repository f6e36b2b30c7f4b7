namespace Legator.Core.Resources.Environments;

/// <summary>The identity provider that vouches for an agent at the authorization server of an MCP server, where an organization manages access in one place (token exchange for an identity assertion).</summary>
public sealed record McpOAuthIdentitySpec
{
    /// <summary>URL of the identity provider: its issuer.</summary>
    public required string Server { get; init; }

    /// <summary>Credential of type oauth-client or vault-kv: the client there, with the identity token that it exchanges in the field id-token.</summary>
    public required string Credential { get; init; }
}
