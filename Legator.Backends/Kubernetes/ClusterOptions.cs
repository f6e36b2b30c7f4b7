namespace Legator.Backends.Kubernetes;

/// <summary>Which Kubernetes API to talk to; configuration section <c>Cluster</c>.</summary>
public sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Path of a kubeconfig. Default: the environment variable KUBECONFIG, else the pod's service account, else ~/.kube/config.</summary>
    public string? Kubeconfig { get; set; }

    /// <summary>Context of the kubeconfig. Default: its current context.</summary>
    public string? Context { get; set; }

    /// <summary>Namespace for what belongs to the service itself (leases). Default: the kubeconfig's or the pod's, else <c>default</c>.</summary>
    public string? Namespace { get; set; }

    /// <summary>Longest wait for the answer to a request that is not a watch. Default 30 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
