namespace Legator.AppHost.Aspire;

/// <summary>How the services reach the Kubernetes API.</summary>
/// <param name="Kubeconfig">Path of a kubeconfig; null in a published chart, where the pods' own service accounts serve.</param>
/// <param name="LocalCluster">The embedded API to wait for; null where a cluster is given.</param>
internal sealed record ClusterAccess(string? Kubeconfig, IResourceBuilder<ProjectResource>? LocalCluster);
