namespace Legator.Core.Guardrails;

/// <summary>An object that the environment declares as data.</summary>
/// <param name="Kind">Kind in any spelling: <c>Cluster</c>, <c>cnpg.io/Cluster</c>, <c>persistentvolumeclaims</c>; or <c>bucket</c> for object storage.</param>
/// <param name="Namespace">Namespace; null where there is none.</param>
/// <param name="Name">Name.</param>
public sealed record DataResource(string Kind, string? Namespace, string Name);
