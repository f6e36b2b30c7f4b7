using System.Text.Json.Serialization;
using Legator.Core.Resources.Runs;

namespace Legator.Operator.Runs;

/// <summary>Where a run stands.</summary>
internal sealed record RunHeadStatus
{
    public RunPhase? Phase { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? CompletionTime { get; init; }

    public RunHeadUsage? Usage { get; init; }

    public AwaitedApproval? Awaiting { get; init; }

    [JsonIgnore]
    public bool IsFinished => Phase?.IsFinished() == true;
}
