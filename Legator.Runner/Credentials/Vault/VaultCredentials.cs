using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Makes the credentials of a run that come from Vault. Nothing is asked of Vault before one of them is opened; all of them share one token.</summary>
internal sealed class VaultCredentials(SecretReader secrets, VaultLogin login, IOptions<VaultOptions> options, TimeProvider time, ILogger<VaultSession> logger)
{
    public ICredentialHandle Create(string name, CredentialRef reference, VaultConfig? vault, VaultSessionScope scope)
    {
        if (vault is null)
        {
            return new MissingCredential(name, reference.Type, $"The credential '{name}' comes from Vault, and spec.vault of the environment is not set.");
        }

        var access = new VaultAccess(name, reference, scope, secrets, _ => scope.Resources.GetAsync("vault", () => Task.FromResult(Session(vault, scope))));
        return reference.Type switch
        {
            CredentialType.VaultKv => new VaultKvCredential(access),
            CredentialType.VaultSshCa => new VaultSshCredential(access, time),
            _ => new VaultDatabaseCredential(access, time),
        };
    }

    private VaultSession Session(VaultConfig vault, VaultSessionScope scope) =>
        new(vault, new VaultClient(vault, options.Value.Timeout, time), login, scope, options.Value.TokenTtl, time, logger);
}
