namespace Legator.Backends.Kubernetes;

/// <summary>One page of objects.</summary>
/// <param name="Items">The objects that could be read.</param>
/// <param name="Malformed">The objects that could not.</param>
/// <param name="ResourceVersion">Version of the whole list: where a watch goes on.</param>
/// <param name="Continue">Token of the next page; null on the last.</param>
public sealed record ResourceList<T>(
    IReadOnlyList<T> Items,
    IReadOnlyList<MalformedResource> Malformed,
    string ResourceVersion,
    string? Continue);
