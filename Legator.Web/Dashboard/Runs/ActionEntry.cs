using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Web.Dashboard.Runs;

/// <summary>One tool call: how it was judged and what became of it. All text in it is untrusted.</summary>
/// <param name="Sequence">Sequence of the verdict's event.</param>
/// <param name="At">Time of day, UTC.</param>
/// <param name="Seq">Number of the action within the run.</param>
/// <param name="Tool">Tool name.</param>
/// <param name="Verdict">The gate's answer.</param>
public sealed record ActionEntry(long Sequence, string At, int Seq, string Tool, Verdict Verdict) : TimelineEntry(Sequence, At)
{
    public required string Target { get; init; }

    public required string Arguments { get; init; }

    public required string Digest { get; init; }

    public required IReadOnlyList<ProposedAction> Proposed { get; init; }

    /// <summary>The name of the action's status.</summary>
    public required string Status { get; init; }

    public string? Result { get; init; }

    /// <summary>How long the tool took; empty before it is done.</summary>
    public string Took { get; init; } = "";

    public string? Interruption { get; init; }

    public string Tone => Status switch
    {
        "executed" or "approved" => "ok",
        "failed" => "bad",
        "running" => "live",
        _ => "warn",
    };
}
