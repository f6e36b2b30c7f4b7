using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>What a credential is; tools use only the types that they know.</summary>
public enum CredentialType
{
    /// <summary>Sent as an HTTP bearer token; Secret field token.</summary>
    [JsonStringEnumMemberName("bearer-token")]
    BearerToken,

    /// <summary>Sent as an HTTP token; Secret field token.</summary>
    [JsonStringEnumMemberName("token")]
    Token,

    /// <summary>Sent as an API key header; Secret field api-key.</summary>
    [JsonStringEnumMemberName("api-key")]
    ApiKey,

    /// <summary>Secret fields username and password.</summary>
    [JsonStringEnumMemberName("basic-auth")]
    BasicAuth,

    /// <summary>Secret fields tls.crt, tls.key and ca.crt.</summary>
    [JsonStringEnumMemberName("tls")]
    Tls,

    /// <summary>A static secret of Vault's key-value store.</summary>
    [JsonStringEnumMemberName("vault-kv")]
    VaultKv,

    /// <summary>A short-lived SSH certificate signed by Vault.</summary>
    [JsonStringEnumMemberName("vault-ssh-ca")]
    VaultSshCa,

    /// <summary>A database user that Vault makes for one run.</summary>
    [JsonStringEnumMemberName("vault-database")]
    VaultDatabase,

    /// <summary>Secret fields host, user and private-key.</summary>
    [JsonStringEnumMemberName("ssh-key")]
    SshKey,

    /// <summary>Secret fields aws-access-key-id, aws-secret-access-key and region.</summary>
    [JsonStringEnumMemberName("aws")]
    Aws,

    /// <summary>Secret fields client-id, client-secret, tenant-id and subscription-id.</summary>
    [JsonStringEnumMemberName("azure")]
    Azure,

    /// <summary>A client of an OAuth authorization server; Secret fields client-id, and client-secret, private-key (with key-id) or id-token.</summary>
    [JsonStringEnumMemberName("oauth-client")]
    OAuthClient,
}
