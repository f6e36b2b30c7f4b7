using System.Collections.Frozen;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials;

/// <summary>Which fields of a Secret belong to which type of credential. What is meant for another type is not even shown to a tool.</summary>
internal static class CredentialFields
{
    private static readonly FrozenDictionary<string, CredentialType[]> Owners = new Dictionary<string, CredentialType[]>
    {
        ["token"] = [CredentialType.BearerToken, CredentialType.Token],
        ["api-key"] = [CredentialType.ApiKey],
        ["password"] = [CredentialType.BasicAuth, CredentialType.SshKey],
        ["tls.crt"] = [CredentialType.Tls],
        ["tls.key"] = [CredentialType.Tls],
        ["private-key"] = [CredentialType.SshKey, CredentialType.OAuthClient],
        ["ssh-privatekey"] = [CredentialType.SshKey],
        ["passphrase"] = [CredentialType.SshKey],
        ["certificate"] = [CredentialType.SshKey],
        ["aws-access-key-id"] = [CredentialType.Aws],
        ["aws-secret-access-key"] = [CredentialType.Aws],
        ["aws-session-token"] = [CredentialType.Aws],
        ["id-token"] = [CredentialType.OAuthClient],
        ["client-secret"] = [CredentialType.Azure, CredentialType.OAuthClient],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<CredentialType, string[][]> Needed = new Dictionary<CredentialType, string[][]>
    {
        [CredentialType.BearerToken] = [["token"]],
        [CredentialType.Token] = [["token"]],
        [CredentialType.ApiKey] = [["api-key"]],
        [CredentialType.BasicAuth] = [["username", "user"]],
        [CredentialType.Tls] = [["tls.crt", "ca.crt"]],
        [CredentialType.SshKey] = [["host"], ["user", "username"], ["private-key", "ssh-privatekey", "password"]],
        [CredentialType.OAuthClient] = [["client-id"], ["client-secret", "private-key", "id-token"]],
        [CredentialType.VaultSshCa] = [["host"], ["user", "username"]],
        [CredentialType.VaultDatabase] = [["driver"], ["host"], ["database", "dbname"]],
    }.ToFrozenDictionary();

    // Addresses and names show up everywhere, and certificates are public; taking them out would make reports unreadable.
    private static readonly FrozenSet<string> Public = new[]
    {
        "host", "port", "user", "username", "driver", "database", "dbname", "sslmode", "tls", "url", "jump-host", "known-hosts", "allow-sudo", "allow-root",
        "certificate", "tls.crt", "ca.crt", "header", "region", "account", "endpoint", "authority", "tenant-id", "subscription-id", "client-id", "key-id",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields that a tool may see of a credential of that type.</summary>
    /// <exception cref="CredentialException">One that the type needs is missing or blank.</exception>
    public static IReadOnlyDictionary<string, string> Of(string name, CredentialType type, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var alternatives in Needed.GetValueOrDefault(type, []))
        {
            if (!alternatives.Any(field => fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value)))
            {
                throw new CredentialException($"The credential '{name}' has no field '{alternatives[0]}'{Others(alternatives)}, which its type needs: set it in its Secret.");
            }
        }

        return fields.Where(f => IsOf(type, f.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The values among them that nobody may read.</summary>
    public static IEnumerable<string> Secrets(IReadOnlyDictionary<string, string> fields) => fields.Where(f => !Public.Contains(f.Key)).Select(f => f.Value);

    // The store of a vault-kv credential may hold what its owner likes: no type was said.
    private static bool IsOf(CredentialType type, string field) => type == CredentialType.VaultKv || !Owners.TryGetValue(field, out var owners) || owners.Contains(type);

    private static string Others(string[] alternatives) => string.Concat(alternatives.Skip(1).Select(a => $" or '{a}'"));
}
