namespace Legator.Backends.Kubernetes.WorkQueues;

/// <summary>How a work queue repeats what failed.</summary>
public sealed record WorkQueueOptions
{
    /// <summary>Wait after the first failure; doubles with each. Default 250 ms.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait. It never gives up. Default 5 minutes.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(5);
}
