namespace Legator.Runner.Tools.Kubernetes;

/// <summary>The pod that was chosen of a workload.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">How many there were to choose from.</param>
internal sealed record SeenPod(string Name, int Of);
