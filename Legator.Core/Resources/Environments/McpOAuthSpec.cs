namespace Legator.Core.Resources.Environments;

/// <summary>How runs sign in at an MCP server by OAuth. There is no person at a run, so the authorization server must let the client in without one.</summary>
public sealed record McpOAuthSpec
{
    /// <summary>URLs of the authorization servers that may be asked; one with a path stands for what lies below it. Nothing is sent to any other. None: the server's own origin is its authorization server.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>Credential with the client's id and its secret or private key: of type oauth-client, basic-auth or vault-kv. Unset: the client registers itself.</summary>
    public string? Credential { get; init; }

    /// <summary>How a token is got. Unset: by the client's own credentials where there is a credential and the authorization server does not say that it refuses that, else by a code.</summary>
    public McpOAuthGrant? Grant { get; init; }

    /// <summary>Who vouches for the client, in the place of a grant. Unset: nobody.</summary>
    public McpOAuthIdentitySpec? Identity { get; init; }

    /// <summary>HTTPS URL of a document that describes the client, for authorization servers that take one in the place of a registration.</summary>
    public string? ClientMetadata { get; init; }

    /// <summary>The most scopes that are ever asked for. None: those that the server asks for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Audience of the token, for authorization servers that want one besides the server's URL.</summary>
    public string? Audience { get; init; }
}
