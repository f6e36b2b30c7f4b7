using Legator.Core.Skills.Packages;

namespace Legator.Backends.SkillSources.Registry;

/// <summary>A manifest as the registry gave it.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Digest">SHA-256 of its bytes, computed here.</param>
public sealed record RegistryPull(RegistryManifest Manifest, string Digest);
