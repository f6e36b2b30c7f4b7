namespace Legator.Core.Resources.Environments;

/// <summary>Where a credential comes from.</summary>
public sealed record CredentialRef
{
    /// <summary>Name of a Secret in the same namespace; the vault-* types need none.</summary>
    public string? SecretRef { get; init; }

    /// <summary>What it is.</summary>
    public required CredentialType Type { get; init; }

    /// <summary>For the vault-* types: what to ask Vault for.</summary>
    public VaultCredentialSpec? Vault { get; init; }
}
