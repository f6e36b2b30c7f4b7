namespace Legator.Backends.Kubernetes;

/// <summary>What must hold for a deletion to happen; else the API answers 409.</summary>
/// <param name="Uid">The object is still the same one.</param>
/// <param name="ResourceVersion">The object has not changed.</param>
public sealed record Preconditions(string? Uid = null, string? ResourceVersion = null);
