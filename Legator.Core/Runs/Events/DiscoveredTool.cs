using System.Text.Json;

namespace Legator.Core.Runs.Events;

/// <summary>A tool of an MCP server, as the model is told of it.</summary>
/// <param name="Name">Full name: <c>mcp.server.tool</c>.</param>
/// <param name="Description">What its server says that it does: bounded, redacted, and not to be believed.</param>
/// <param name="Schema">JSON schema of the arguments.</param>
/// <param name="Digest">SHA-256, lower-case hex, over the definition as the server sent it; a tool whose definition changed is another tool.</param>
public sealed record DiscoveredTool(string Name, string Description, JsonElement Schema, string Digest)
{
    /// <summary>The server says that it changes nothing; null when it does not say.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>The server says that it may destroy something; null when it does not say.</summary>
    public bool? Destructive { get; init; }
}
