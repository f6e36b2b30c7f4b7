using Legator.Core.Actions;

namespace Legator.Core.Resources.Runs;

/// <summary>One call of a tool that a run proposed, how it was judged and what became of it.</summary>
public sealed record ActionRecord
{
    /// <summary>Position in the run, from 1.</summary>
    public required int Seq { get; init; }

    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Tool, e.g. kubectl.get.</summary>
    public required string Tool { get; init; }

    /// <summary>Canonical target, made by the tool from its arguments.</summary>
    public required string Target { get; init; }

    /// <summary>The worst that the call could do.</summary>
    public required RiskTier Tier { get; init; }

    /// <summary>What the call does, e.g. get, delete, restart.</summary>
    public string? Verb { get; init; }

    /// <summary>Canonical targets of every single action that the call consists of.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Digest of the canonical arguments.</summary>
    public string? Digest { get; init; }

    /// <summary>The judgement in the words of earlier versions.</summary>
    public PreFlightResult? PreFlightCheck { get; init; }

    /// <summary>What the tool replied, cleaned of secrets and cut.</summary>
    public string? Result { get; init; }

    /// <summary>What became of it.</summary>
    public required ActionStatus Status { get; init; }

    /// <summary>Why, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>How long the tool took, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Every check that looked at the call, in order.</summary>
    public IReadOnlyList<CheckTrace> Trace { get; init; } = [];

    /// <summary>The escalation that followed.</summary>
    public ActionEscalation? Escalation { get; init; }
}
