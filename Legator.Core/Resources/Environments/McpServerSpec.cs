namespace Legator.Core.Resources.Environments;

/// <summary>An MCP server whose tools agents may use.</summary>
public sealed record McpServerSpec
{
    /// <summary>URL (Streamable HTTP).</summary>
    public required string Endpoint { get; init; }

    /// <summary>Capabilities that it offers, as agents require them.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}
