using System.Text.Json.Serialization;

namespace Legator.Core.Actions;

/// <summary>The worst that an action could do, in rising order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskTier>))]
public enum RiskTier
{
    /// <summary>Changes nothing.</summary>
    [JsonStringEnumMemberName("read")]
    Read,

    /// <summary>Changes a service in a way that can be undone: restart, scale.</summary>
    [JsonStringEnumMemberName("service-mutation")]
    ServiceMutation,

    /// <summary>Removes or replaces something that can be made again.</summary>
    [JsonStringEnumMemberName("destructive-mutation")]
    DestructiveMutation,

    /// <summary>Changes or removes data. Never automated: no setting, approval or role lets one through.</summary>
    [JsonStringEnumMemberName("data-mutation")]
    DataMutation,
}
