namespace Legator.AppHost.Standalone;

/// <summary>What the user may choose at start.</summary>
/// <param name="DataDir">Folder of everything that is kept.</param>
/// <param name="Url">Where API and dashboard listen.</param>
/// <param name="ClusterPort">Loopback port of the embedded Kubernetes API; 0 picks a free one.</param>
/// <param name="Quickstart">Whether the first start applies examples/quickstart.</param>
internal sealed record StandaloneOptions(string DataDir, Uri Url, int ClusterPort, bool Quickstart)
{
    public string DataFile(string name) => Path.Combine(DataDir, name);
}
