using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Credentials.Vault;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials;

/// <summary>The credentials of a run's environment. Secrets are in the agent's own namespace; what they hold is read when a tool uses it.</summary>
internal sealed class EnvironmentCredentials(SecretReader secrets, VaultCredentials vault)
{
    /// <summary>Makes the credentials, and has the run know every secret value that exists already, so that it can be kept out of texts before any tool uses it.</summary>
    public async Task<IReadOnlyDictionary<string, ICredentialHandle>> CreateAsync(RunSnapshot snapshot, VaultSessionScope scope, CancellationToken cancellationToken)
    {
        var handles = new Dictionary<string, ICredentialHandle>(StringComparer.Ordinal);
        foreach (var (name, reference) in snapshot.Environment.Spec.Credentials)
        {
            if (reference.Type is CredentialType.VaultKv or CredentialType.VaultSshCa or CredentialType.VaultDatabase)
            {
                handles[name] = vault.Create(name, reference, snapshot.Environment.Spec.Vault, scope);
                continue;
            }

            handles[name] = new SecretCredential(name, reference.Type, async token => CredentialFields.Of(name, reference.Type, await ReadAsync(name, reference, scope, token)));
            await LearnAsync(name, reference, scope, cancellationToken);
        }

        return handles;
    }

    private async Task LearnAsync(string name, CredentialRef reference, VaultSessionScope scope, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(name, reference, scope, cancellationToken);
        }
        catch (CredentialException)
        {
            // Whoever opens it is told. Runs that do not need it go on.
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(string name, CredentialRef reference, VaultSessionScope scope, CancellationToken cancellationToken)
    {
        var fields = await secrets.ReadAsync($"The credential '{name}'", $"spec.credentials.{name}.secretRef", reference.SecretRef, scope.Namespace, cancellationToken);
        scope.Secrets.Add(CredentialFields.Secrets(fields));
        return fields;
    }
}
