using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials.Vault;

/// <summary>A key that is made for the run and lives in memory only, with a certificate that Vault signs for one login name and a few minutes. The host stands in the credential's own Secret.</summary>
internal sealed class VaultSshCredential(VaultAccess vault, TimeProvider time) : ICredentialHandle
{
    private EphemeralKey? _key;
    private string? _certificate;
    private DateTimeOffset _expires;

    public string Name => vault.Name;

    public CredentialType Type => vault.Type;

    public async ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken)
    {
        var fields = await vault.OwnFieldsAsync(cancellationToken);
        var user = (fields.GetValueOrDefault("user") ?? fields.GetValueOrDefault("username"))!.Trim();
        var (key, certificate) = await SignedAsync(user, cancellationToken);
        return new Dictionary<string, string>(fields) { ["private-key"] = key.PrivateKey, ["certificate"] = certificate };
    }

    public async ValueTask<IReadOnlyDictionary<string, string>> DescribeAsync(CancellationToken cancellationToken) =>
        new Dictionary<string, string>(await vault.OwnFieldsAsync(cancellationToken)) { ["private-key"] = "(made for the run)" };

    public override string ToString() => $"credential {Name}";

    private async Task<(EphemeralKey Key, string Certificate)> SignedAsync(string user, CancellationToken cancellationToken)
    {
        var (mount, role, ttl) = (vault.Mount, vault.Role, vault.Ttl);
        if (_key is { } known && _certificate is { } valid && _expires - time.GetUtcNow() > ttl / 4)
        {
            return (known, valid);
        }

        // A new key each time: what a certificate that is still out there could be used with is gone.
        var key = EphemeralKey.Create();
        vault.Learn(key.PrivateKey);
        var ((certificate, serial), _) = await vault.AskAsync((client, token) => client.SignAsync(token, mount, role, key.PublicKey, user, ttl, cancellationToken), cancellationToken);
        await vault.RecordAsync(serial, ttl);
        (_key, _certificate, _expires) = (key, certificate, time.GetUtcNow() + ttl);
        return (key, certificate);
    }
}
