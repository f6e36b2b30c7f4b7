namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>One token of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Use">What a bare word may be in a query; nothing for every other token.</param>
/// <param name="Symbol">The character of a symbol; <c>\0</c> for every other token.</param>
/// <param name="Start">Where its content starts: after the opening quote, after the signs of a variable.</param>
/// <param name="Length">Length of its content.</param>
internal readonly record struct MySqlToken(MySqlTokenKind Kind, MySqlWordUse Use, char Symbol, int Start, int Length);
