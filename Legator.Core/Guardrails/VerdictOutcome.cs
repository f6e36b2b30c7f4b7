using System.Text.Json.Serialization;

namespace Legator.Core.Guardrails;

/// <summary>The gate's answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerdictOutcome>))]
public enum VerdictOutcome
{
    /// <summary>Refused; nothing can outvote it. The default, so that a verdict nobody filled in refuses.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,

    /// <summary>Waits for a person's decision on exactly this call.</summary>
    [JsonStringEnumMemberName("needs-approval")]
    NeedsApproval,

    /// <summary>May be executed once.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,
}
