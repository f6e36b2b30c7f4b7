namespace Legator.Backends.Kubernetes;

/// <summary>A token in a file that somebody replaces before it expires, as a pod's.</summary>
internal sealed class TokenFile(string path, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private string? token;
    private long readAt;

    /// <exception cref="ClusterException">There is none.</exception>
    public Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (token is null || time.GetElapsedTime(readAt) > Fresh)
            {
                (token, readAt) = (Read(), time.GetTimestamp());
            }

            return Task.FromResult(token);
        }
    }

    private string Read()
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(0, "Unreachable", $"The token for the Kubernetes API cannot be read: {e.Message}", e);
        }
    }
}
