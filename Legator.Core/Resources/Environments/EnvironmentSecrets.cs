namespace Legator.Core.Resources.Environments;

/// <summary>The Secrets that an environment names.</summary>
public static class EnvironmentSecrets
{
    /// <summary>All of them.</summary>
    public static IEnumerable<EnvironmentSecret> Of(LegatorEnvironmentSpec spec)
    {
        if (spec.Connection is { Kind: ConnectionKind.Kubeconfig } connection)
        {
            yield return new EnvironmentSecret("spec.connection.kubeconfig.secretRef", connection.Kubeconfig?.SecretRef ?? "", connection.Kubeconfig?.Key);
        }

        if (spec.Connectivity is { Type: not ConnectivityType.Direct, Headscale: { } mesh })
        {
            yield return new EnvironmentSecret("spec.connectivity.headscale.authKeySecretRef", mesh.AuthKeySecretRef, "key");
        }

        if (spec.Vault is { AuthMethod: VaultAuthMethod.Token } vault)
        {
            yield return new EnvironmentSecret("spec.vault.tokenSecretRef", vault.TokenSecretRef ?? "", "token");
        }

        if (spec.Vault is { AuthMethod: VaultAuthMethod.AppRole } byRole)
        {
            yield return new EnvironmentSecret("spec.vault.appRoleSecretRef", byRole.AppRoleSecretRef ?? "", "secret-id");
        }

        foreach (var (name, credential) in spec.Credentials.Where(credential => credential.Value.SecretRef is { Length: > 0 }))
        {
            yield return new EnvironmentSecret($"spec.credentials.{name}.secretRef", credential.SecretRef!);
        }

        foreach (var (name, channel) in spec.Channels.Where(channel => channel.Value.SecretRef is { Length: > 0 }))
        {
            yield return new EnvironmentSecret($"spec.channels.{name}.secretRef", channel.SecretRef!, Needed: false);
        }
    }
}
