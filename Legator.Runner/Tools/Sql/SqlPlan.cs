namespace Legator.Runner.Tools.Sql;

/// <summary>Asks a server for its plan of a statement, which it does not run for that.</summary>
internal static class SqlPlan
{
    private static readonly string[] Beginnings = ["select", "with", "table", "values"];

    /// <summary>The call that explains another one.</summary>
    /// <returns>Null where the text may be more than one statement: what stands behind the first would be run.</returns>
    public static SqlQueryArguments? Of(SqlQueryArguments call)
    {
        var query = call.Query.AsSpan().Trim().TrimEnd(';').TrimEnd();
        var word = query[..Math.Max(0, query.IndexOfAny([' ', '\t', '\r', '\n']))];
        foreach (var beginning in Beginnings)
        {
            if (word.Equals(beginning, StringComparison.OrdinalIgnoreCase) && !query.Contains(';'))
            {
                return call with { Query = $"explain {query}" };
            }
        }

        return null;
    }
}
