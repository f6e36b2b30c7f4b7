namespace Legator.Core.Resources.Environments;

/// <summary>How an MCP server was when a run last met it.</summary>
public sealed record McpServerStatus
{
    /// <summary>Name of the server in the environment.</summary>
    public required string Name { get; init; }

    /// <summary>True when it answered.</summary>
    public bool Healthy { get; init; }

    /// <summary>What it calls itself, or why it could not be used.</summary>
    public string? Message { get; init; }

    /// <summary>How many tools it has.</summary>
    public int? Tools { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LastSeen { get; init; }
}
