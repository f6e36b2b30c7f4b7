using Legator.Core.Resources.Environments;

namespace Legator.Core.Runs.Events;

/// <summary>Vault gave the run a token of its own. Durable before anything is asked for with the token, so that whoever goes on with the run can revoke it, and every lease with it.</summary>
/// <param name="Accessor">Vault's name of the token: enough to revoke it, not to use it.</param>
/// <param name="Vault">The Vault, as the environment described it when the run was made.</param>
/// <param name="Namespace">Namespace of the agent, where the Secrets that the description names are.</param>
public sealed record VaultSessionOpened(string Accessor, VaultConfig Vault, string Namespace) : RunEventData;
