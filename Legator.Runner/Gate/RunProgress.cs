using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Guardrails;

namespace Legator.Runner.Gate;

/// <summary>What the run has used and done up to now, folded from its journal.</summary>
internal sealed record RunProgress
{
    /// <summary>When the call is judged; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Model turns used, the one that makes this call included.</summary>
    public int IterationsUsed { get; init; }

    /// <summary>Tokens used, in and out.</summary>
    public long TokensUsed { get; init; }

    /// <summary>Wall clock used, time spent waiting for people not counted.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Every action of this run with an intent, unless reconciliation showed that it was not executed.</summary>
    public PastActions Executed { get; init; } = [];

    /// <summary>What the run has read from outside; null where it is of no matter.</summary>
    public OutsideReading? Outside { get; init; }

    /// <summary>What people decided, by digest of the call.</summary>
    public IReadOnlyDictionary<ActionDigest, ApprovalDecision> Approvals { get; init; } = new Dictionary<ActionDigest, ApprovalDecision>();
}
