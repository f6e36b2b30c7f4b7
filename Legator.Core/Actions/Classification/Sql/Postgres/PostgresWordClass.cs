namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>What a keyword may name when it is not quoted.</summary>
internal enum PostgresWordClass
{
    /// <summary>No keyword: anything.</summary>
    None,

    /// <summary>Keyword that may name anything.</summary>
    Plain,

    /// <summary>Keyword that may name a column or a table, never a function.</summary>
    Column,

    /// <summary>Keyword that may name a function or a type.</summary>
    Type,

    /// <summary>Keyword that names nothing.</summary>
    Reserved,
}
