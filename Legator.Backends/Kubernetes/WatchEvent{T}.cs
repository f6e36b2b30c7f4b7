namespace Legator.Backends.Kubernetes;

/// <summary>One message of a watch.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="ResourceVersion">Where a new watch would go on.</param>
/// <param name="Object">The object; null for bookmarks and malformed objects.</param>
/// <param name="Malformed">The object where it does not have the shape of its kind.</param>
public sealed record WatchEvent<T>(WatchEventKind Kind, string ResourceVersion, T? Object, MalformedResource? Malformed)
    where T : class;
