using System.Text.Json.Serialization;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>How a model provider knows the caller.</summary>
public enum ProviderAuthType
{
    /// <summary>A key from one field of a Secret.</summary>
    [JsonStringEnumMemberName("apiKey")]
    ApiKey,

    /// <summary>Client credentials; Secret fields client-id, client-secret, token-url.</summary>
    [JsonStringEnumMemberName("oauth")]
    OAuth,

    /// <summary>The pod's own identity.</summary>
    [JsonStringEnumMemberName("serviceAccount")]
    ServiceAccount,

    /// <summary>Nothing is sent.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Every field of the Secret is sent as a header.</summary>
    [JsonStringEnumMemberName("custom")]
    Custom,
}
