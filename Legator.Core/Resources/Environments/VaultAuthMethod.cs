using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>How Vault knows the caller.</summary>
public enum VaultAuthMethod
{
    /// <summary>By the pod's ServiceAccount token.</summary>
    [JsonStringEnumMemberName("kubernetes")]
    Kubernetes,

    /// <summary>By a token from a Secret.</summary>
    [JsonStringEnumMemberName("token")]
    Token,

    /// <summary>By the role id and the secret id of a Secret.</summary>
    [JsonStringEnumMemberName("approle")]
    AppRole,
}
