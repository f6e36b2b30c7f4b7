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
}
