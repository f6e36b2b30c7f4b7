namespace Legator.Backends.Kubernetes;

/// <summary>How one request is made.</summary>
public sealed record ClusterCall
{
    public static ClusterCall Default { get; } = new();

    /// <summary>Act with the rights of this user, e.g. <c>system:serviceaccount:agents:reader</c>; null for the service's own.</summary>
    public string? ImpersonateUser { get; init; }

    /// <summary>The API checks and answers, and stores nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Longest answer that is read, in bytes; a longer one is an error. Default 16 MiB.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>False where a refusal for now (429) is an answer and not a reason to ask again. Default true.</summary>
    public bool WaitsWhenThrottled { get; init; } = true;

    /// <summary>Longest wait for the whole answer, or for the beginning of a stream; null for the connection's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The call with the rights of a service account.</summary>
    public static ClusterCall As(string serviceAccountNamespace, string serviceAccount) =>
        new() { ImpersonateUser = $"system:serviceaccount:{serviceAccountNamespace}:{serviceAccount}" };
}
