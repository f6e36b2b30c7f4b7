using System.Text.Json.Serialization;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>What a person may do; ordered, later may do more.</summary>
public enum UserRole
{
    /// <summary>Look.</summary>
    [JsonStringEnumMemberName("viewer")]
    Viewer,

    /// <summary>Look, start runs and decide approvals.</summary>
    [JsonStringEnumMemberName("operator")]
    Operator,

    /// <summary>Everything.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,
}
