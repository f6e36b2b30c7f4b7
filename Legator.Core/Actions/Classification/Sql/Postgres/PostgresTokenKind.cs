namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>What a token is.</summary>
internal enum PostgresTokenKind
{
    /// <summary>After the last token.</summary>
    End,

    /// <summary>An unquoted name or keyword.</summary>
    Word,

    /// <summary>A quoted name; never a keyword.</summary>
    QuotedName,

    /// <summary>A string of any kind.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>One of <c>( ) [ ] , ; . :</c>, or <c>::</c>, <c>..</c>, <c>:=</c>, <c>=&gt;</c>.</summary>
    Symbol,

    /// <summary>Any other operator, as long as the server takes it.</summary>
    Operator,
}
