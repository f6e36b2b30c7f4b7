using System.Text.Json.Serialization;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>Which claim of an identity is compared.</summary>
public enum SubjectClaim
{
    /// <summary>E-mail address.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>Subject id.</summary>
    [JsonStringEnumMemberName("sub")]
    Sub,

    /// <summary>Any of the groups.</summary>
    [JsonStringEnumMemberName("groups")]
    Groups,

    /// <summary>Display name.</summary>
    [JsonStringEnumMemberName("name")]
    Name,
}
