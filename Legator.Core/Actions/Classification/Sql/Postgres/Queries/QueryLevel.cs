namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>One pair of parentheses that a token stands in; the lowest is the statement itself.</summary>
internal struct QueryLevel
{
    /// <summary>Index of its first token.</summary>
    public int First;

    public QueryLevelKind Kind;

    public QueryClause Clause;

    /// <summary>True when it holds a query of its own.</summary>
    public bool Query;

    /// <summary>True when an expression may begin behind its end, as behind <c>DISTINCT ON (…)</c>.</summary>
    public bool Opens;
}
