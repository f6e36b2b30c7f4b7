using Legator.Core.Connectivity;
using Legator.Operator.Control;

namespace Legator.Operator.Connectivity;

/// <summary>What a look at the network becomes: conditions that tell, and that nothing waits for.</summary>
internal static class ConnectivityAspects
{
    private const string Endpoints = "EndpointsReachable";
    private const string Mesh = "MeshConnected";

    /// <summary>Types of the conditions.</summary>
    public static IReadOnlyList<string> Types { get; } = [Endpoints, Mesh];

    /// <summary>The conditions; empty while nothing is known.</summary>
    public static IReadOnlyList<Aspect> Of(ConnectivityReport? report) => report is null ? [] : [.. Both(report)];

    private static IEnumerable<Aspect> Both(ConnectivityReport report)
    {
        if (report.Endpoints > 0)
        {
            yield return report.Unreachable.Count == 0
                ? new Aspect(Endpoints, true, "AllReachable", report.Endpoints == 1 ? "The endpoint answers." : $"All {report.Endpoints} endpoints answer.")
                : new Aspect(Endpoints, false, "SomeUnreachable", $"{string.Join("; ", report.Unreachable.Select(endpoint => $"spec.endpoints.{endpoint.Name}: {endpoint.Problem}"))}.");
        }

        if (report.Mesh is { } problem)
        {
            yield return problem.Length == 0
                ? new Aspect(Mesh, true, "MeshReady", "The node is in the mesh.")
                : new Aspect(Mesh, false, "MeshNotReady", problem);
        }
    }
}
