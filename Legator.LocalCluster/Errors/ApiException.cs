namespace Legator.LocalCluster.Errors;

/// <summary>Ends a request with a Kubernetes Status. Thrown anywhere below the dispatcher, written by it.</summary>
internal sealed class ApiException(int code, string reason, string message) : Exception(message)
{
    public int Code { get; } = code;

    public string Reason { get; } = reason;

    public string? Name { get; init; }

    public string? Group { get; init; }

    public string? Kind { get; init; }

    public string? Uid { get; init; }

    public int RetryAfterSeconds { get; init; }

    /// <summary>A token with which an expired list can go on, inconsistently.</summary>
    public string? Continue { get; init; }

    public bool EmptyDetails { get; init; }

    /// <summary>What is behind the message; for the log and for tests, not for the client.</summary>
    public string? Inner { get; init; }

    public IReadOnlyList<StatusCause> Causes { get; init; } = [];
}
