using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>Why a slot has no run.</summary>
public enum SlotDropReason
{
    /// <summary>A run of the agent was unfinished, and its concurrencyPolicy allows no other beside it.</summary>
    [JsonStringEnumMemberName("RunUnfinished")]
    RunUnfinished,

    /// <summary>Ten runs of the agent were unfinished already.</summary>
    [JsonStringEnumMemberName("TooManyWaiting")]
    TooManyWaiting,

    /// <summary>It passed while the Operator was down or the agent could not run, and missedSlots does not make up for it.</summary>
    [JsonStringEnumMemberName("Overdue")]
    Overdue,
}
