namespace Legator.Core.Resources.Environments;

/// <summary>What to ask Vault for.</summary>
public sealed record VaultCredentialSpec
{
    /// <summary>Where the secrets engine is mounted.</summary>
    public required string Mount { get; init; }

    /// <summary>For vault-ssh-ca and vault-database: the role.</summary>
    public string? Role { get; init; }

    /// <summary>For vault-kv: the path of the secret.</summary>
    public string? Path { get; init; }

    /// <summary>For vault-kv: what its fields make up, e.g. api-key. Unset: the fields say.</summary>
    public CredentialType? As { get; init; }

    /// <summary>For vault-ssh-ca and vault-database: how long the credential lives when nothing renews it, as a Go duration from 1m to 24h.</summary>
    public string Ttl { get; init; } = "5m";
}
