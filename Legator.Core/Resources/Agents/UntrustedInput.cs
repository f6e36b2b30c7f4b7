using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>What becomes of a call behind which text from outside may stand.</summary>
public enum UntrustedInput
{
    /// <summary>A person decides.</summary>
    [JsonStringEnumMemberName("approve")]
    Approve,

    /// <summary>It is refused.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,

    /// <summary>It is done: whoever can write what the agent reads can make it do whatever its sheet and autonomy allow.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,
}
