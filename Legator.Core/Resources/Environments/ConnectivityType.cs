using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>How the environment's network is reached.</summary>
public enum ConnectivityType
{
    /// <summary>As any other address.</summary>
    [JsonStringEnumMemberName("direct")]
    Direct,

    /// <summary>Through a Headscale mesh.</summary>
    [JsonStringEnumMemberName("headscale")]
    Headscale,

    /// <summary>Through a Tailscale mesh.</summary>
    [JsonStringEnumMemberName("tailscale")]
    Tailscale,
}
