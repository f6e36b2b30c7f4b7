using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs.Events;
using Legator.Core.Rollbacks;
using Legator.Runner.Approvals;

namespace Legator.Runner.Gate;

/// <summary>The gate's answer on one call, with all that the journal records of it.</summary>
/// <param name="Digest">Digest of the call.</param>
/// <param name="RedactedArguments">The arguments as the journal may hold them.</param>
/// <param name="Actions">What the call would do; empty when it could not be classified.</param>
/// <param name="Verdict">The verdict with its trace.</param>
/// <param name="Permit">Lets the call be executed once; null unless the verdict allows it.</param>
internal sealed record Judgement(
    ActionDigest Digest,
    JsonElement RedactedArguments,
    IReadOnlyList<ProposedAction> Actions,
    Verdict Verdict,
    Permit? Permit)
{
    /// <summary>What was seen of the pre-conditions; null where there are none.</summary>
    public IReadOnlyList<PreConditionResult>? PreConditions { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public JudgedFacts? Facts { get; init; }

    /// <summary>How the call is taken back; null unless the verdict lets a change through.</summary>
    public ActionRollback? Rollback { get; init; }

    /// <summary>What a person is to be shown; null unless the verdict is that one has to decide.</summary>
    public ApprovalAsk? Ask { get; init; }

    /// <summary>The approval that the verdict rests on, which executing uses up; null where it rests on none.</summary>
    public string? Approval { get; init; }
}
