using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>How a run gets a token for an MCP server.</summary>
public enum McpOAuthGrant
{
    /// <summary>The client asks in its own name, with its secret or a signature of its key.</summary>
    [JsonStringEnumMemberName("client-credentials")]
    ClientCredentials,

    /// <summary>The authorization server gives a code, and must do so without asking a person.</summary>
    [JsonStringEnumMemberName("authorization-code")]
    AuthorizationCode,
}
