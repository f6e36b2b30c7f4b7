namespace Legator.Operator.Control;

/// <summary>What a controller found of one aspect of an object; becomes one condition.</summary>
/// <param name="Type">Type of the condition.</param>
/// <param name="Holds">True for status True.</param>
/// <param name="Reason">One CamelCase word from docs/reasons.md.</param>
/// <param name="Message">A sentence; where something is wrong it names the field and the fix.</param>
internal sealed record Aspect(string Type, bool Holds, string Reason, string Message);
