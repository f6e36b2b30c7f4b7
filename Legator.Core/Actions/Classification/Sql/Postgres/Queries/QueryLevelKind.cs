namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>What stands between a pair of parentheses.</summary>
internal enum QueryLevelKind
{
    /// <summary>An expression, arguments, or a query.</summary>
    Plain,

    /// <summary>Names of columns, perhaps with types: <c>x(a, b numeric(10,2))</c>.</summary>
    Columns,
}
