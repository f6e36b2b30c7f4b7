namespace Legator.Core.Guardrails.PreConditions;

/// <summary>What a reading call answered.</summary>
/// <param name="Succeeded">False when the tool reported a failure.</param>
/// <param name="Text">Its words.</param>
public sealed record ConditionAnswer(bool Succeeded, string Text);
