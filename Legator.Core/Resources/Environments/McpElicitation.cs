using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>What an MCP server is told that asks a person something in the middle of a call. There is no person, and the model does not answer for one.</summary>
public enum McpElicitation
{
    /// <summary>Nobody answers.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>The defaults of its own form are accepted; a form that needs more than its defaults is declined.</summary>
    [JsonStringEnumMemberName("accept-defaults")]
    AcceptDefaults,
}
