using System.Text.Json.Serialization;

namespace Legator.Core.Guardrails;

/// <summary>What a protection rule does with an action that matches it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProtectionEffect>))]
public enum ProtectionEffect
{
    /// <summary>Refuses it. The default, so that a rule that does not say refuses.</summary>
    [JsonStringEnumMemberName("block")]
    Block,

    /// <summary>Makes a person decide, whatever the agent's autonomy.</summary>
    [JsonStringEnumMemberName("approve")]
    Approve,

    /// <summary>Lets it pass and names itself in the trace.</summary>
    [JsonStringEnumMemberName("audit")]
    Audit,
}
