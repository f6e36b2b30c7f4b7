namespace Legator.Core.Connectivity;

/// <summary>What the mesh's own daemon says of this node; names are those of its local API.</summary>
public sealed record MeshNode
{
    /// <summary>Running when the node is in its mesh; else NeedsLogin, Stopped, Starting, NoState…</summary>
    public string? BackendState { get; init; }

    /// <summary>The node.</summary>
    public MeshSelf? Self { get; init; }

    /// <summary>The exit node in use; null without one.</summary>
    public MeshExitNode? ExitNodeStatus { get; init; }
}
