namespace Legator.Core.Actions.Classification.Mcp;

/// <summary>What an MCP server says of one of its tools. It is only ever believed for the worse. https://modelcontextprotocol.io/specification/2025-06-18/server/tools</summary>
/// <param name="ReadOnly">The server says that the tool changes nothing; null when it does not say.</param>
/// <param name="Destructive">The server says that the tool may destroy something; null when it does not say.</param>
public sealed record McpToolAnnotations(bool? ReadOnly, bool? Destructive);
