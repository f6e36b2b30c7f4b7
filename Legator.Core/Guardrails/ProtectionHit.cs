using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>A protection rule that concerns an action.</summary>
/// <param name="Class">Name of the rule's class.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Action">The action.</param>
internal sealed record ProtectionHit(string Class, ProtectionRule Rule, ProposedAction Action);
