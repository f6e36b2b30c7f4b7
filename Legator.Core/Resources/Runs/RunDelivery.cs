namespace Legator.Core.Resources.Runs;

/// <summary>What a run that was not asked for by people was started with; written once, by the Operator.</summary>
public sealed record RunDelivery
{
    /// <summary>From where, e.g. webhook/alertmanager or kubernetes-event.</summary>
    public required string Source { get; init; }

    /// <summary>How many deliveries the run stands for.</summary>
    public required int Count { get; init; }

    /// <summary>When the last of them came.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>What tells them from others, the first one first; of very many only the first and the latest. One that is delivered again makes no further run.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];
}
