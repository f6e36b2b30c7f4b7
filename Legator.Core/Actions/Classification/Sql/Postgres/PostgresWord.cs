namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>All that is known of one word: as a keyword, as the name of a function, as the name of a table.</summary>
/// <param name="text">Lower-case.</param>
internal sealed class PostgresWord(string text)
{
    public string Text { get; } = text;

    /// <summary>Which keyword it is, where the reader asks for it.</summary>
    public PostgresKeyword Keyword { get; init; }

    public PostgresWordClass Class { get; set; }

    public PostgresFunction Function { get; set; }

    /// <summary>A catalog that holds passwords or their hashes.</summary>
    public bool Secret { get; init; }

    /// <summary>A catalog that may hold somebody's password.</summary>
    public bool Delicate { get; init; }
}
