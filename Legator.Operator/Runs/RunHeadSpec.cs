using Legator.Core.Resources.Runs;

namespace Legator.Operator.Runs;

/// <summary>Why a run exists.</summary>
internal sealed record RunHeadSpec
{
    public required string AgentRef { get; init; }

    public required RunTrigger Trigger { get; init; }

    public DateTimeOffset? Slot { get; init; }

    public string? Problem { get; init; }

    public string? EventRef { get; init; }

    public RunDelivery? Delivery { get; init; }
}
