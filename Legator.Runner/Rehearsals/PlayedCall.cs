using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Skills;

namespace Legator.Runner.Rehearsals;

/// <summary>One call and what the gate said to it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Verdict">The gate's first answer: where a person was asked, <c>NeedsApproval</c>, whatever the person said.</param>
/// <param name="Reason">The documented reason of that answer.</param>
/// <param name="Message">That answer as a sentence.</param>
public sealed record PlayedCall(string Tool, JsonElement Arguments, VerdictOutcome Verdict, GuardrailReason Reason, string Message)
{
    /// <summary>What it would do, as <c>verb target</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>How bad it is.</summary>
    public RiskTier Tier { get; init; }

    /// <summary>What would have to change to allow it; null when nothing may, or it was allowed.</summary>
    public string? Remedy { get; init; }

    /// <summary>What a person said who was asked; null where nobody was.</summary>
    public RehearsalDecision? Decision { get; init; }

    /// <summary>Entries of action sheets that declare it, as <c>skill/id</c>.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>True when the tool was called.</summary>
    public bool Executed { get; init; }

    /// <summary>What the tool answered; null when it was not called.</summary>
    public string? Answer { get; init; }

    /// <summary>True when the tool was called and reported a failure.</summary>
    public bool Failed { get; init; }

    /// <summary>True when it was called and nothing is written down that it answers.</summary>
    public bool Unanswered { get; init; }
}
