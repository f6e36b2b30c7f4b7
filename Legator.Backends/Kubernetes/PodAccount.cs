namespace Legator.Backends.Kubernetes;

/// <summary>What a pod is given to talk to its cluster.</summary>
internal static class PodAccount
{
    private const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>True in a pod that has an account.</summary>
    public static bool IsHere => Variable("KUBERNETES_SERVICE_HOST") is not null && Variable("KUBERNETES_SERVICE_PORT") is not null && File.Exists(Path.Combine(Folder, "token"));

    public static ClusterTarget Read(TimeProvider time)
    {
        var (host, port) = (Variable("KUBERNETES_SERVICE_HOST")!, Variable("KUBERNETES_SERVICE_PORT")!);
        var inNamespace = Path.Combine(Folder, "namespace");
        return new ClusterTarget
        {
            Server = new Uri($"https://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}"),
            Namespace = File.Exists(inNamespace) ? File.ReadAllText(inNamespace).Trim() : null,
            Authorities = KubeconfigFile.Certificates(File.ReadAllText(Path.Combine(Folder, "ca.crt"))),
            Tokens = new TokenFile(Path.Combine(Folder, "token"), time).ReadAsync,
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
