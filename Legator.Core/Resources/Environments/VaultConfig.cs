namespace Legator.Core.Resources.Environments;

/// <summary>A Vault server and how to authenticate to it.</summary>
public sealed record VaultConfig
{
    /// <summary>URL of the server.</summary>
    public required string Address { get; init; }

    /// <summary>How to authenticate.</summary>
    public required VaultAuthMethod AuthMethod { get; init; }

    /// <summary>For kubernetes: the role to ask for.</summary>
    public string? K8sAuthRole { get; init; }

    /// <summary>For kubernetes: where the method is mounted.</summary>
    public string K8sAuthPath { get; init; } = "kubernetes";

    /// <summary>For token: name of the Secret whose field token holds it.</summary>
    public string? TokenSecretRef { get; init; }

    /// <summary>For approle: name of the Secret whose fields role-id and secret-id hold the two.</summary>
    public string? AppRoleSecretRef { get; init; }

    /// <summary>For approle: where the method is mounted.</summary>
    public string AppRolePath { get; init; } = "approle";

    /// <summary>Namespace inside Vault (Vault Enterprise, OpenBao). Unset: the root.</summary>
    public string? Namespace { get; init; }

    /// <summary>PEM certificates that the server's must come from. Unset: those that the machine trusts.</summary>
    public string? CaBundle { get; init; }
}
