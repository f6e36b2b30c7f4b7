namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>Which part of a query a token stands in.</summary>
internal enum QueryClause
{
    /// <summary>None, or an expression.</summary>
    None,

    /// <summary>The list of common table expressions.</summary>
    With,

    /// <summary>The list of results.</summary>
    Select,

    /// <summary>The list of tables, where a table or an alias may stand.</summary>
    From,

    /// <summary>The condition of a join.</summary>
    On,

    /// <summary>Behind the target of a statement that changes rows.</summary>
    Change,

    /// <summary>Everything behind the list of tables.</summary>
    Tail,
}
