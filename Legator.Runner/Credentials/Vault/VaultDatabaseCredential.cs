using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials.Vault;

/// <summary>A database user that Vault makes when the run first needs it, and drops with the run. Where the database is stands in the credential's own Secret.</summary>
internal sealed class VaultDatabaseCredential(VaultAccess vault, TimeProvider time) : ICredentialHandle
{
    private VaultLease? _lease;
    private string? _accessor;
    private DateTimeOffset _expires;

    public string Name => vault.Name;

    public CredentialType Type => vault.Type;

    public async ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken)
    {
        var fields = await vault.OwnFieldsAsync(cancellationToken);
        var lease = await LeaseAsync(cancellationToken);
        return With(fields, lease.User, lease.Password);
    }

    public async ValueTask<IReadOnlyDictionary<string, string>> DescribeAsync(CancellationToken cancellationToken) =>
        With(await vault.OwnFieldsAsync(cancellationToken), "(made by Vault)", "(made by Vault)");

    public override string ToString() => $"credential {Name}";

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> fields, string user, string password)
    {
        var all = new Dictionary<string, string>(fields) { ["username"] = user, ["password"] = password };
        all.Remove("user");
        return all;
    }

    private async Task<VaultLease> LeaseAsync(CancellationToken cancellationToken)
    {
        var (mount, role, ttl) = (vault.Mount, vault.Role, vault.Ttl);
        var (lease, accessor) = await vault.AskAsync(async (client, token) => await KeptAsync(client, token, ttl, cancellationToken) ?? await client.DatabaseUserAsync(token, mount, role, cancellationToken), cancellationToken);
        if (lease != _lease || accessor != _accessor)
        {
            await TakeAsync(lease, accessor, ttl, cancellationToken);
        }

        return lease;
    }

    /// <summary>The user of the calls before, while it lives and the token lives that it ends with.</summary>
    private async Task<VaultLease?> KeptAsync(VaultClient client, string token, TimeSpan ttl, CancellationToken cancellationToken)
    {
        if (_lease is not { } lease || _expires <= time.GetUtcNow())
        {
            return null;
        }

        if (_expires - time.GetUtcNow() > ttl / 2)
        {
            return lease;
        }

        try
        {
            var renewed = await client.RenewLeaseAsync(token, lease.Id, ttl, cancellationToken);
            _expires = time.GetUtcNow() + renewed;
            return renewed > ttl / 4 ? lease : null;
        }
        catch (VaultException e) when (e.Problem is VaultProblem.BadRequest or VaultProblem.NotFound or VaultProblem.Refused)
        {
            return null;
        }
    }

    private async Task TakeAsync(VaultLease lease, string accessor, TimeSpan ttl, CancellationToken cancellationToken)
    {
        vault.Learn(lease.Password);
        await vault.RecordAsync(lease.Id, lease.Ttl);
        (_lease, _accessor, _expires) = (lease, accessor, time.GetUtcNow() + lease.Ttl);
        if (lease.Renewable && lease.Ttl > ttl)
        {
            var (left, _) = await vault.AskAsync((client, token) => client.RenewLeaseAsync(token, lease.Id, ttl, cancellationToken), cancellationToken);
            _expires = time.GetUtcNow() + left;
        }
    }
}
