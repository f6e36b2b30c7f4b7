using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;
using Legator.Core.Guardrails.Provenance;

namespace Legator.Core.Guardrails;

/// <summary>Everything that the checks may look at. Plain data, gathered beforehand: a check does no I/O and reads no clock, so the same input gives the same verdict for ever.</summary>
public sealed record GuardrailInput
{
    // Nearly every input brings its own of these.
    private static readonly GuardrailPolicy NoPolicy = new();
    private static readonly EnvironmentFacts NoFacts = new();
    private static readonly RunLimits OrdinaryLimits = new();

    private CallDeclarations? _found;

    /// <summary>Tool name.</summary>
    public required string Tool { get; init; }

    /// <summary>Digest of the call.</summary>
    public required ActionDigest Digest { get; init; }

    /// <summary>Why the call has no actions; null when it could be classified.</summary>
    public CallProblem? Problem { get; init; }

    /// <summary>What the call would do.</summary>
    public IReadOnlyList<ProposedAction> Actions { get; init; } = [];

    /// <summary>The text of the call where its tool takes a line of some language, see <see cref="CallText"/>; null for other calls. Denials and protection rules are held against it too.</summary>
    public string? Line
    {
        get;
        init => (field, FoldedLine) = (value, value is null ? null : Glob.Fold(value));
    }

    /// <summary>The agent's guardrails.</summary>
    public GuardrailPolicy Policy { get; init; } = NoPolicy;

    /// <summary>Action sheets of all skills.</summary>
    public ActionSheetIndex Sheet { get; init; } = ActionSheetIndex.Empty;

    /// <summary>The environment.</summary>
    public EnvironmentFacts Environment { get; init; } = NoFacts;

    /// <summary>The most that the run may use and do.</summary>
    public RunLimits Limits { get; init; } = OrdinaryLimits;

    /// <summary>When the call is judged.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>What this run has executed.</summary>
    public PastActions Executed { get; init; } = [];

    /// <summary>Actions of other runs in the namespace, as far back as the longest cooldown and rate limit ask; null when the record could not be read.</summary>
    public PastActions? History { get; init; } = [];

    /// <summary>What looking at the world said about the pre-conditions of the matching sheet entries.</summary>
    public IReadOnlyList<PreConditionResult> PreConditions { get; init; } = [];

    /// <summary>Model turns used.</summary>
    public int IterationsUsed { get; init; }

    /// <summary>Tokens used.</summary>
    public long TokensUsed { get; init; }

    /// <summary>Wall clock used.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What in the call may come from text from outside that the run has read; null for nothing.</summary>
    public UntrustedUse? Untrusted { get; init; }

    /// <summary>What a person decided about this very digest; null when nobody did.</summary>
    public ApprovalDecision? Approval { get; init; }

    /// <summary>Why an approval that was given counts no longer, in words; null when none was given or it counts.</summary>
    public string? Lapsed { get; init; }

    /// <summary>Whether the run can submit a plan. Then what approvalMode plan-first leaves to plans is refused outside of one.</summary>
    public bool CanPlan { get; init; }

    /// <summary>Whether anybody can be asked. Without that, what needs approval is refused.</summary>
    public bool PeopleCanDecide { get; init; }

    /// <summary>The sheet entries that cover each action, in the order of <see cref="Actions"/>.</summary>
    public IReadOnlyList<IReadOnlyList<DeclaredAction>> Declarations => Found.Entries;

    /// <summary>All sheet entries that cover any action.</summary>
    public IReadOnlyList<DeclaredAction> AllDeclarations => Found.All;

    /// <summary>The covering sheet entry with the worst tier; null when none covers the call.</summary>
    public DeclaredAction? WorstDeclaration => Found.Worst;

    /// <summary>The worst tier that a classifier or a sheet entry gives the call; the worst there is for a call without actions.</summary>
    public RiskTier Tier => Found.Tier;

    /// <summary><see cref="Line"/> as patterns are held against it.</summary>
    internal string? FoldedLine { get; private init; }

    // A copy made by "with" carries this along, so it must still fit what it was found for.
    private CallDeclarations Found =>
        _found is { } found && found.Fits(Sheet, Actions, Tool) ? found : _found = new CallDeclarations(Sheet, Actions, Tool);

    /// <summary>The worse of what the classifier and the sheet say of one action.</summary>
    public RiskTier TierOf(int action) => Found.Tiers[action];

    /// <summary>The call in words: tool, and each action with its target.</summary>
    internal string Words() =>
        Actions.Count == 0 ? Tool : $"{Tool}: {string.Join("; ", Actions.Select(a => $"{a.Verb} {a.Target}"))}";
}
