namespace Legator.Core.Connectivity;

/// <summary>What a look at an environment's network found. It tells what does not answer; it stops nothing.</summary>
/// <param name="Endpoints">How many endpoints were tried.</param>
/// <param name="Unreachable">Those that did not answer, by name.</param>
/// <param name="Mesh">What is wrong with the mesh; empty when it is as it should be; null where the environment uses none.</param>
public sealed record ConnectivityReport(int Endpoints, IReadOnlyList<UnreachableEndpoint> Unreachable, string? Mesh)
{
    /// <summary>True when everything can be reached.</summary>
    public bool IsWell => Unreachable.Count == 0 && string.IsNullOrEmpty(Mesh);
}
