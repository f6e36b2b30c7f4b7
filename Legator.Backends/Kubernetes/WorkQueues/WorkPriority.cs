namespace Legator.Backends.Kubernetes.WorkQueues;

/// <summary>What a worker takes first.</summary>
public enum WorkPriority
{
    /// <summary>A person or a change waits for it.</summary>
    Normal,

    /// <summary>Resyncs.</summary>
    Low,
}
