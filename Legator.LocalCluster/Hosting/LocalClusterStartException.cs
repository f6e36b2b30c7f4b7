namespace Legator.LocalCluster.Hosting;

/// <summary>The cluster cannot start, and why, in words for the person who started it.</summary>
public sealed class LocalClusterStartException(string message) : Exception(message);
