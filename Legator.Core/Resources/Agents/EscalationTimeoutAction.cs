using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>What happens when nobody answers an escalation in time.</summary>
public enum EscalationTimeoutAction
{
    /// <summary>The action is given up; a run that waits ends.</summary>
    [JsonStringEnumMemberName("cancel")]
    Cancel,

    /// <summary>The run goes on without the action; a block is never lifted by silence.</summary>
    [JsonStringEnumMemberName("proceed")]
    Proceed,

    /// <summary>The escalation is sent again, up to three times; after that it is as cancel.</summary>
    [JsonStringEnumMemberName("retry")]
    Retry,
}
