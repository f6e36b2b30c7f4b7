namespace Legator.Core.Actions.Classification.Sql;

/// <summary>One token of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of its characters, quotes included.</param>
/// <param name="Value">What a quoted name or an escaped string says where that differs from its spelling without quotes; null otherwise.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length, string? Value = null);
