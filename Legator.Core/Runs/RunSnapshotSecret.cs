namespace Legator.Core.Runs;

/// <summary>Where a credential is found when it is needed. The value is never part of a snapshot.</summary>
/// <param name="Namespace">Namespace of the Secret; null when it is looked for in the product's own namespace first and then in the agent's.</param>
/// <param name="Name">Name of the Secret.</param>
/// <param name="Key">Field of the Secret; null when all fields are used.</param>
public sealed record RunSnapshotSecret(string? Namespace, string Name, string? Key);
