using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials.Vault;

/// <summary>A secret of Vault's key-value store, read each time that a tool uses it, beside the fields of the credential's own Secret.</summary>
internal sealed class VaultKvCredential(VaultAccess vault) : ICredentialHandle
{
    public string Name => vault.Name;

    public CredentialType Type => vault.Type;

    public async ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken)
    {
        var (mount, path) = (vault.Mount, vault.Path);
        var fields = new Dictionary<string, string>(await vault.OwnFieldsAsync(cancellationToken));
        var (stored, _) = await vault.AskAsync((client, token) => client.ReadKvAsync(token, mount, path, cancellationToken), cancellationToken);
        vault.Learn(CredentialFields.Secrets(stored));
        foreach (var (field, value) in stored)
        {
            fields[field] = value;
        }

        return CredentialFields.Of(Name, Type, fields);
    }

    public override string ToString() => $"credential {Name}";
}
