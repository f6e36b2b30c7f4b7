using Legator.Core.Resources.Environments;

namespace Legator.Operator.Environments;

/// <summary>The Secrets that an environment names.</summary>
internal static class EnvironmentSecrets
{
    /// <summary>Field that names it, its name, and a field that it must have (null for any). A name is empty where one is needed and none is set.</summary>
    public static IEnumerable<(string Field, string Name, string? Key)> Of(LegatorEnvironmentSpec spec)
    {
        if (spec.Connection is { Kind: ConnectionKind.Kubeconfig } connection)
        {
            yield return ("spec.connection.kubeconfig.secretRef", connection.Kubeconfig?.SecretRef ?? "", connection.Kubeconfig?.Key);
        }

        if (spec.Connectivity is { Type: ConnectivityType.Headscale, Headscale: { } mesh })
        {
            yield return ("spec.connectivity.headscale.authKeySecretRef", mesh.AuthKeySecretRef, null);
        }

        if (spec.Vault is { AuthMethod: VaultAuthMethod.Token } vault)
        {
            yield return ("spec.vault.tokenSecretRef", vault.TokenSecretRef ?? "", null);
        }

        foreach (var (name, credential) in spec.Credentials.Where(credential => credential.Value.SecretRef is { Length: > 0 }))
        {
            yield return ($"spec.credentials.{name}.secretRef", credential.SecretRef!, null);
        }

        foreach (var (name, channel) in spec.Channels.Where(channel => channel.Value.SecretRef is { Length: > 0 }))
        {
            yield return ($"spec.channels.{name}.secretRef", channel.SecretRef!, null);
        }
    }
}
