using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes;

/// <summary>An object that the API holds and that does not have the shape of its kind.</summary>
/// <param name="Metadata">What could be read of its metadata: at least the name, where there is one.</param>
/// <param name="Problem">What is wrong, naming the field.</param>
public sealed record MalformedResource(ObjectMeta Metadata, string Problem);
