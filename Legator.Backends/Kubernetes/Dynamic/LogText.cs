namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>A piece of a log.</summary>
/// <param name="Text">The lines.</param>
/// <param name="Truncated">The byte limit cut it off.</param>
public sealed record LogText(string Text, bool Truncated);
