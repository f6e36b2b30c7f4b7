namespace Legator.Core.Resources.Environments;

/// <summary>How the Kubernetes API is reached.</summary>
public sealed record ConnectionSpec
{
    /// <summary>The way.</summary>
    public ConnectionKind Kind { get; init; } = ConnectionKind.InCluster;

    /// <summary>For kind kubeconfig: where it is.</summary>
    public KubeconfigRef? Kubeconfig { get; init; }
}
