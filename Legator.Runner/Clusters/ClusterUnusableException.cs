namespace Legator.Runner.Clusters;

/// <summary>A run cannot work on its cluster. The message says why, and what to do.</summary>
internal sealed class ClusterUnusableException(string message, string remedy) : Exception(message)
{
    public string Remedy { get; } = remedy;
}
