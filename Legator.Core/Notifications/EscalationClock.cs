using System.Text.Json.Serialization;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Notifications;

/// <summary>How long an answer to an escalation may take, and what then.</summary>
/// <param name="Seconds">Seconds from when it was told.</param>
/// <param name="OnTimeout">What happens without an answer.</param>
/// <param name="Round">1 for the first time it is told; one more each time it is told again.</param>
public sealed record EscalationClock(double Seconds, EscalationTimeoutAction OnTimeout, int Round = 1)
{
    /// <summary>How often an escalation is told at most.</summary>
    public const int MostRounds = 3;

    /// <summary>True when it is told again if nobody answers.</summary>
    [JsonIgnore]
    public bool IsRepeated => OnTimeout == EscalationTimeoutAction.Retry && Round < MostRounds;
}
