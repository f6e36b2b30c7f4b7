namespace Legator.Core.Resources.Environments;

/// <summary>A Secret that an environment names.</summary>
/// <param name="Field">The field that names it.</param>
/// <param name="Name">Its name; empty where one is needed and none is set.</param>
/// <param name="Key">A field that it must have; null for any.</param>
/// <param name="Needed">True when a run needs it; false for what only tells of runs.</param>
public sealed record EnvironmentSecret(string Field, string Name, string? Key = null, bool Needed = true);
