using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials.Vault;

/// <summary>The run that a token of Vault is for.</summary>
/// <param name="Run">The run.</param>
/// <param name="Namespace">Namespace of its agent.</param>
/// <param name="Record">Its journal.</param>
/// <param name="Secrets">Learns every secret before it is used.</param>
/// <param name="Resources">Closes the token with the run.</param>
internal sealed record VaultSessionScope(RunKey Run, string Namespace, IRunRecord Record, RunSecrets Secrets, RunResources Resources);
