using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Environments;

/// <summary>An MCP server whose tools agents may use: one that is reached by URL, or one that the runner starts as a process of its own.</summary>
[ValidationRule("has(self.endpoint) != has(self.command)", "a server is either reached by endpoint or started by command: set exactly one of them")]
public sealed record McpServerSpec
{
    /// <summary>URL (Streamable HTTP, or the older HTTP with SSE). Unset for a server that is started by a command.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Program of a local server that speaks over its standard input and output. The runner starts it only where its own settings allow that command line.</summary>
    public string? Command { get; init; }

    /// <summary>Arguments of the program.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Environment variables of the program; it inherits nothing but PATH. Only those that the runner's settings allow.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment variables that hold the secret of a credential, by variable; the value is the credential's name.</summary>
    public IReadOnlyDictionary<string, string> CredentialEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>Credential that is sent to the endpoint as a header. Unset: the one that is named like the server, where there is one.</summary>
    public string? Credential { get; init; }

    /// <summary>Sign-in by OAuth, in the place of a credential that is sent as it is.</summary>
    public McpOAuthSpec? Oauth { get; init; }

    /// <summary>Longest that one call may take, at most 5m.</summary>
    public string Timeout { get; init; } = "30s";

    /// <summary>What a server that asks back during a call is told.</summary>
    public McpElicitation Elicitation { get; init; } = McpElicitation.Refuse;

    /// <summary>Capabilities that it offers, as agents require them.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}
