namespace Legator.Core.Guardrails;

/// <summary>Something that must hold before a declared action is executed.</summary>
/// <param name="Check">What must hold, as the sheet's author wrote it.</param>
/// <param name="FailAction">What the author wants when it does not hold; the gate refuses in any case.</param>
public sealed record PreCondition(string Check, string? FailAction = null);
