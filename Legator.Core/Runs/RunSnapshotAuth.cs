using Legator.Core.Resources.ModelTiers;

namespace Legator.Core.Runs;

/// <summary>How the run authenticates to its model provider.</summary>
/// <param name="Type">The way.</param>
/// <param name="Secret">Where the credential is; null where the way needs none.</param>
public sealed record RunSnapshotAuth(ProviderAuthType Type, RunSnapshotSecret? Secret = null);
