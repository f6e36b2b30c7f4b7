using Legator.Core.Actions;
using Legator.Core.Runs;

namespace Legator.Core.Guardrails;

/// <summary>An action that was executed, or whose outcome is unknown.</summary>
/// <param name="Run">Run that did it.</param>
/// <param name="Domain">Its domain.</param>
/// <param name="Verb">Its verb.</param>
/// <param name="Target">Canonical spelling of its target.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="At">When it was intended.</param>
public sealed record PastAction(RunKey Run, string Domain, string Verb, string Target, RiskTier Tier, DateTimeOffset At)
{
    /// <summary>Namespace of its target; null where there is none.</summary>
    public string? Namespace { get; init; }
}
