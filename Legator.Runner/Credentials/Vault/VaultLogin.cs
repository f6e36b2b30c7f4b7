using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Gets tokens of Vault for a run, each time a new one.</summary>
internal sealed class VaultLogin(SecretReader secrets, IOptions<VaultOptions> options)
{
    /// <summary>A token that is the run's own: what ends it ends nothing else.</summary>
    /// <param name="client">The Vault.</param>
    /// <param name="vault">Its description.</param>
    /// <param name="ns">Namespace of the agent.</param>
    /// <param name="run">The run, by which people find the token in Vault.</param>
    /// <param name="known">Learns every secret on the way.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VaultException">Vault did not give one.</exception>
    /// <exception cref="CredentialException">What proves who we are cannot be had.</exception>
    public async Task<VaultAuth> LogInAsync(VaultClient client, VaultConfig vault, string ns, RunKey run, RunSecrets known, CancellationToken cancellationToken)
    {
        var auth = vault.AuthMethod switch
        {
            VaultAuthMethod.Kubernetes => await client.LoginAsync(vault.K8sAuthPath, await KubernetesProofAsync(vault, known, cancellationToken), cancellationToken),
            VaultAuthMethod.AppRole => await client.LoginAsync(vault.AppRolePath, await AppRoleProofAsync(vault, ns, known, cancellationToken), cancellationToken),
            _ => await ChildAsync(client, await TokenAsync(vault, ns, known, cancellationToken), run, cancellationToken),
        };
        known.Add(auth.ClientToken!);
        return auth;
    }

    /// <summary>A token with which the tokens of a former runner can be revoked, and whether it was made for that.</summary>
    public async Task<(string Token, bool IsOurs)> ForRevokingAsync(VaultClient client, VaultConfig vault, string ns, RunKey run, RunSecrets known, CancellationToken cancellationToken) =>
        vault.AuthMethod == VaultAuthMethod.Token
            ? (await TokenAsync(vault, ns, known, cancellationToken), false)
            : ((await LogInAsync(client, vault, ns, run, known, cancellationToken)).ClientToken!, true);

    /// <summary>The token of the Secret is not the run's: a child of it ends with the run, and takes its leases with it.</summary>
    private async Task<VaultAuth> ChildAsync(VaultClient client, string parent, RunKey run, CancellationToken cancellationToken) =>
        await client.CreateTokenAsync(
            parent,
            new { Type = "service", Renewable = true, Ttl = $"{(long)options.Value.TokenTtl.TotalSeconds}s", DisplayName = "legator", Meta = new Dictionary<string, string> { ["legator-run"] = run.ToString() } },
            cancellationToken);

    private async Task<object> KubernetesProofAsync(VaultConfig vault, RunSecrets known, CancellationToken cancellationToken)
    {
        if (vault.K8sAuthRole is not { Length: > 0 } role)
        {
            throw new CredentialException("Vault cannot be asked: spec.vault.k8sAuthRole of the environment is not set.");
        }

        try
        {
            var jwt = (await File.ReadAllTextAsync(options.Value.ServiceAccountTokenFile, cancellationToken)).Trim();
            known.Add(jwt);
            return new { Role = role, Jwt = jwt };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialException($"Vault cannot be asked: the runner has no ServiceAccount token to show ({VaultOptions.Section}:{nameof(VaultOptions.ServiceAccountTokenFile)}, {e.GetType().Name}).");
        }
    }

    private async Task<object> AppRoleProofAsync(VaultConfig vault, string ns, RunSecrets known, CancellationToken cancellationToken)
    {
        var fields = await secrets.ReadAsync("Vault's AppRole", "spec.vault.appRoleSecretRef", vault.AppRoleSecretRef, ns, cancellationToken);
        var (role, secret) = (Field(fields, vault.AppRoleSecretRef!, "role-id"), Field(fields, vault.AppRoleSecretRef!, "secret-id"));
        known.Add(secret);
        return new { RoleId = role, SecretId = secret };
    }

    private async Task<string> TokenAsync(VaultConfig vault, string ns, RunSecrets known, CancellationToken cancellationToken)
    {
        var fields = await secrets.ReadAsync("Vault's token", "spec.vault.tokenSecretRef", vault.TokenSecretRef, ns, cancellationToken);
        var token = Field(fields, vault.TokenSecretRef!, "token");
        known.Add(token);
        return token;
    }

    private static string Field(IReadOnlyDictionary<string, string> fields, string secret, string name) =>
        fields.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : throw new CredentialException($"Vault cannot be asked: Secret '{secret}' has no field '{name}'.");
}
