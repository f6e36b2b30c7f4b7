namespace Legator.Core.Connectivity;

/// <summary>The node itself.</summary>
public sealed record MeshSelf
{
    /// <summary>Its name.</summary>
    public string? HostName { get; init; }

    /// <summary>Whether the control server sees it.</summary>
    public bool? Online { get; init; }

    /// <summary>Its ACL tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
