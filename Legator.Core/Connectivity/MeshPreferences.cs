namespace Legator.Core.Connectivity;

/// <summary>How the mesh's daemon is set up; names are those of its local API.</summary>
public sealed record MeshPreferences
{
    /// <summary>The control server that it obeys.</summary>
    public string? ControlURL { get; init; }

    /// <summary>Whether it takes routes of subnet routers.</summary>
    public bool? RouteAll { get; init; }
}
