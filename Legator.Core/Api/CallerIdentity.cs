namespace Legator.Core.Api;

/// <summary>Whom the API takes the caller for.</summary>
/// <param name="Subject">Stable id, e.g. <c>token:chatops</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Permissions">Each action that the API knows, and whether the caller may do it.</param>
public sealed record CallerIdentity(string Subject, string Name, IReadOnlyDictionary<string, Permission> Permissions);
