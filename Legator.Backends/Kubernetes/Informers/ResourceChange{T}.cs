namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Something to look at again. With <paramref name="Old"/> and <paramref name="New"/> the same, it is the periodic resync.</summary>
/// <param name="Key">The object.</param>
/// <param name="Old">What was known before; null when nothing.</param>
/// <param name="New">What is known now; null when it is gone or malformed.</param>
/// <param name="Malformed">Set when the object exists and does not have the shape of its kind.</param>
public sealed record ResourceChange<T>(ObjectKey Key, T? Old, T? New, MalformedResource? Malformed)
    where T : class
{
    public bool IsDeleted => New is null && Malformed is null;

    public bool IsResync => Old is not null && ReferenceEquals(Old, New);
}
