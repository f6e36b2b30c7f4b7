namespace Legator.Core.Resources.Environments;

/// <summary>How runs sign in at an MCP server by OAuth. There is no person at a run, so the authorization server must let the client in without one.</summary>
public sealed record McpOAuthSpec
{
    /// <summary>URLs of the authorization servers that may be asked. Nothing is sent to any other.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>Credential of type basic-auth: username is the client id, password the client secret. Unset: the client registers itself.</summary>
    public string? Credential { get; init; }

    /// <summary>HTTPS URL of a document that describes the client, for authorization servers that take one in the place of a registration.</summary>
    public string? ClientMetadata { get; init; }

    /// <summary>Scopes to ask for where the server names none.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
