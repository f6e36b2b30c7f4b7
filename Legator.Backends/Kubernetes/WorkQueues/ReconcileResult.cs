namespace Legator.Backends.Kubernetes.WorkQueues;

/// <summary>What a reconcile asks for.</summary>
/// <param name="RequeueAfter">Look again after this time; null to wait for the next change.</param>
public readonly record struct ReconcileResult(TimeSpan? RequeueAfter)
{
    /// <summary>Nothing more until something changes.</summary>
    public static ReconcileResult Done => new(null);

    /// <summary>Look again after a time.</summary>
    public static ReconcileResult After(TimeSpan delay) => new(delay);
}
