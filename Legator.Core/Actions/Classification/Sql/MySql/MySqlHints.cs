namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges optimizer hints. They choose how a query is run, but one of them sets variables.</summary>
internal static class MySqlHints
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "BKA", "NO_BKA", "BNL", "NO_BNL", "DERIVED_CONDITION_PUSHDOWN", "NO_DERIVED_CONDITION_PUSHDOWN", "GROUP_INDEX", "NO_GROUP_INDEX", "HASH_JOIN", "NO_HASH_JOIN",
        "INDEX", "NO_INDEX", "INDEX_MERGE", "NO_INDEX_MERGE", "JOIN_FIXED_ORDER", "JOIN_INDEX", "NO_JOIN_INDEX", "JOIN_ORDER", "JOIN_PREFIX", "JOIN_SUFFIX",
        "MAX_EXECUTION_TIME", "MERGE", "NO_MERGE", "MRR", "NO_MRR", "NO_ICP", "NO_RANGE_OPTIMIZATION", "ORDER_INDEX", "NO_ORDER_INDEX", "QB_NAME", "SEMIJOIN",
        "NO_SEMIJOIN", "SKIP_SCAN", "NO_SKIP_SCAN", "SUBQUERY", "ROWID_FILTER", "NO_ROWID_FILTER", "SPLIT_MATERIALIZED", "NO_SPLIT_MATERIALIZED",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Judges the content of <c>/*+ … */</c>.</summary>
    public static void Judge(ReadOnlySpan<char> hints, MySqlFindings findings)
    {
        for (var rest = hints.Trim(); rest.Length > 0; rest = rest.TrimStart())
        {
            var length = rest.IndexOfAny(" \t\r\n(");
            var name = length < 0 ? rest : rest[..length];
            if (!Lookup.Contains(name))
            {
                findings.Add("set", RiskTier.ServiceMutation, "has an optimizer hint that may set variables");
                return;
            }

            rest = rest[name.Length..].TrimStart();
            if (rest.StartsWith("("))
            {
                // A parenthesis in a quoted name ends the hint too early here, and what is left then is no known hint.
                var end = rest.IndexOf(')');
                rest = end < 0 ? [] : rest[(end + 1)..];
            }
        }
    }
}
