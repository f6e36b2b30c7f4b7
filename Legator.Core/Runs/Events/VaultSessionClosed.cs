namespace Legator.Core.Runs.Events;

/// <summary>The run's token of Vault is revoked, or was gone already: none of its leases is left.</summary>
/// <param name="Accessor">The token, as <see cref="VaultSessionOpened"/> named it.</param>
public sealed record VaultSessionClosed(string Accessor) : RunEventData;
