namespace Legator.Core.Connectivity;

/// <summary>The node through which all traffic goes.</summary>
public sealed record MeshExitNode
{
    /// <summary>Whether it can be reached.</summary>
    public bool Online { get; init; }
}
