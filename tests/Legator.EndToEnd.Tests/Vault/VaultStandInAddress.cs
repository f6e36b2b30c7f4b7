namespace Legator.EndToEnd.Tests.Vault;

/// <summary>Where a Vault is and how to get in.</summary>
internal sealed record VaultStandInAddress(string Address, string Token, string RoleId, string SecretId);
