namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>An object that a call names, or all of a kind.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name; null for all that the call selects.</param>
/// <param name="FromFile">True when a file says what it is, and nobody can see the file from here.</param>
internal readonly record struct ResourceTarget(KubernetesKind Kind, string? Name, bool FromFile);
