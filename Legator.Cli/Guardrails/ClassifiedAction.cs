using Legator.Core.Actions;

namespace Legator.Cli.Guardrails;

/// <summary>One thing that a call would do.</summary>
internal sealed record ClassifiedAction(string Verb, string Target, RiskTier Tier);
