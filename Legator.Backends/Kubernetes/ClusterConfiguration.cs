using k8s;
using k8s.Exceptions;

namespace Legator.Backends.Kubernetes;

/// <summary>Finds the way to the API in the order that kubectl and pods expect: explicit path, KUBECONFIG, the pod's service account, the home directory.</summary>
internal static class ClusterConfiguration
{
    public static string? FindKubeconfig(ClusterOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Kubeconfig))
        {
            return options.Kubeconfig;
        }

        if (Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } listed)
        {
            return listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)[0];
        }

        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
        return !KubernetesClientConfiguration.IsInCluster() && File.Exists(home) ? home : null;
    }

    public static KubernetesClientConfiguration Load(ClusterOptions options)
    {
        try
        {
            return FindKubeconfig(options) is { } path
                ? KubernetesClientConfiguration.BuildConfigFromConfigFile(path, options.Context)
                : KubernetesClientConfiguration.InClusterConfig();
        }
        catch (Exception e) when (e is KubeConfigException or YamlDotNet.Core.YamlException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(0, "Unreachable", $"The kubeconfig cannot be used: {e.Message}", e);
        }
    }
}
