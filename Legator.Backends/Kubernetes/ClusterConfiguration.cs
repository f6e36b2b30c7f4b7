using System.Security.Cryptography;
using Legator.Core;

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
        return !PodAccount.IsHere && File.Exists(home) ? home : null;
    }

    public static ClusterTarget Load(ClusterOptions options, TimeProvider time)
    {
        try
        {
            return FindKubeconfig(options) is { } path
                ? KubeconfigFile.Read(path, options.Context, time) ?? KubernetesLibrary.Read(path, options.Context)
                : PodAccount.Read(time);
        }
        catch (Exception e) when (e is YamlFormatException or IOException or UnauthorizedAccessException or CryptographicException or FormatException)
        {
            throw new ClusterException(0, "Unreachable", $"The kubeconfig cannot be used: {e.Message}", e);
        }
    }
}
