using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Runs.Events;

/// <summary>The gate's verdict on one tool call.</summary>
/// <param name="Seq">1 for the first tool call of the run; the <c>seq</c> of its ActionRecord.</param>
/// <param name="CallId">The model's id of the call.</param>
/// <param name="Tool">Tool name.</param>
/// <param name="Arguments">Arguments as the gate judged them, redacted.</param>
/// <param name="Digest">Digest of tool and canonical arguments.</param>
/// <param name="Actions">What the call would do, as the tool classified it.</param>
/// <param name="Verdict">The gate's answer with its whole trace.</param>
public sealed record ActionJudged(
    int Seq,
    string CallId,
    string Tool,
    JsonElement Arguments,
    ActionDigest Digest,
    IReadOnlyList<ProposedAction> Actions,
    Verdict Verdict) : RunEventData
{
    /// <summary>What looking at the world said about the pre-conditions of the sheet, so that the judgement can be made again; null where there are none.</summary>
    public IReadOnlyList<PreConditionResult>? PreConditions { get; init; }

    /// <summary>What the verdict rests on; null in entries of versions that did not record it.</summary>
    public JudgedFacts? Facts { get; init; }

    /// <summary>True for a refusal whose run waits until somebody answers the escalation; null for all others.</summary>
    public bool? AwaitsAnswer { get; init; }
}
