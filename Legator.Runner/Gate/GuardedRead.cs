using Legator.Core.Guardrails.PreConditions;

namespace Legator.Runner.Gate;

/// <summary>What came of a read that the gate needed.</summary>
/// <param name="What">Tool and target, in words.</param>
/// <param name="Refusal">Why it was not made; null when it was let through.</param>
/// <param name="Answer">The answer; null when it was not made.</param>
internal sealed record GuardedRead(string What, string? Refusal, ConditionAnswer? Answer = null);
