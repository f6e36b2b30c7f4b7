namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Symbol">For a symbol its character; <c>t</c> stands for <c>::</c>, <c>r</c> for <c>..</c>, <c>a</c> for <c>:=</c>, <c>n</c> for <c>=&gt;</c>.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of its characters, quotes included.</param>
/// <param name="Word">What is known of a name.</param>
/// <param name="Value">What a quoted name says.</param>
internal readonly record struct PostgresToken(PostgresTokenKind Kind, char Symbol, int Start, int Length, PostgresWord? Word = null, string? Value = null)
{
    /// <summary>The keyword that it is; none for a quoted name, whatever it says.</summary>
    public PostgresKeyword Keyword => Kind == PostgresTokenKind.Word && Word is not null ? Word.Keyword : PostgresKeyword.None;

    public bool IsName => Kind is PostgresTokenKind.Word or PostgresTokenKind.QuotedName;

    public bool Is(char symbol) => Kind == PostgresTokenKind.Symbol && Symbol == symbol;
}
