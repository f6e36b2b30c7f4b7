using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials;

/// <summary>Reads the credentials of a run's environment, from Secrets in the agent's own namespace.</summary>
internal sealed class EnvironmentCredentials(SecretReader secrets)
{
    /// <returns>The credentials, and every secret value among them so that it can be kept out of texts.</returns>
    public async Task<(IReadOnlyDictionary<string, ICredentialHandle> Handles, IReadOnlyList<string> Values)> ReadAsync(RunSnapshot snapshot, CancellationToken cancellationToken)
    {
        var handles = new Dictionary<string, ICredentialHandle>(StringComparer.Ordinal);
        var values = new List<string>();
        foreach (var (name, reference) in snapshot.Environment.Spec.Credentials)
        {
            var (handle, fields) = await ReadAsync(name, reference, snapshot.Agent.Namespace, cancellationToken);
            handles[name] = handle;
            values.AddRange(fields.Where(f => IsSecret(f.Key)).Select(f => f.Value));
        }

        return (handles, values);
    }

    private async Task<(ICredentialHandle Handle, IReadOnlyDictionary<string, string> Fields)> ReadAsync(
        string name, CredentialRef reference, string ns, CancellationToken cancellationToken)
    {
        if (reference.SecretRef is not { Length: > 0 } secret)
        {
            return (new MissingCredential(name, reference.Type, $"Credential '{name}' names no Secret: set credentials.{name}.secretRef."), NoFields);
        }

        var fields = await secrets.FindAsync(new RunSnapshotSecret(ns, secret, null), ns, cancellationToken);
        return fields is null
            ? (new MissingCredential(name, reference.Type, $"Secret '{secret}' of credential '{name}' is not in namespace '{ns}': create it."), NoFields)
            : (new SecretCredential(name, reference.Type, fields), fields);
    }

    private static Dictionary<string, string> NoFields { get; } = [];

    /// <summary>Addresses and user names show up everywhere; taking them out would make reports unreadable.</summary>
    private static bool IsSecret(string field) =>
        field.ToLowerInvariant() is not ("host" or "port" or "user" or "username" or "driver" or "database" or "dbname" or "sslmode" or "tls" or "allow-sudo" or "allow-root" or "url");
}
