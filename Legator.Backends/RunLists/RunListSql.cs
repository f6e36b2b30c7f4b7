using Legator.Core.RunLists;

namespace Legator.Backends.RunLists;

/// <summary>What is asked of the list of runs, in every storage alike: parameters are named <c>@ns</c>, <c>@agent</c>, <c>@phase</c>, <c>@time</c>, <c>@name</c>, <c>@place</c> and <c>@limit</c>.</summary>
internal static class RunListSql
{
    /// <summary>What becomes of a row whose run was deleted before it ended.</summary>
    public const string Gone = """{"phase":"Cancelled","message":"The LegatorRun was deleted before it ended."}""";

    /// <summary>Which rows those may be.</summary>
    public const string Unfinished = "phase IN ('Pending', 'Running', 'AwaitingApproval')";

    public static string Page(RunListQuery query) =>
        $"SELECT version, summary FROM run_list{Where(query, query.After is not null)} ORDER BY created_at DESC, name DESC, namespace DESC LIMIT @limit";

    public static string Count(RunListQuery query) => $"SELECT count(*) FROM (SELECT 1 FROM run_list{Where(query, after: false)} LIMIT @limit) AS found";

    /// <summary>The rows of <c>@name</c> in <c>@ns</c>; without that, of each namespace that there is, which are few: one look-up each, and no index by the name alone.</summary>
    public static string Named(bool inNamespace) => inNamespace
        ? "SELECT version, summary FROM run_list WHERE namespace = @ns AND name = @name"
        : """
          WITH RECURSIVE spaces (namespace) AS (
              SELECT min(namespace) FROM run_list
              UNION ALL
              SELECT (SELECT min(l.namespace) FROM run_list l WHERE l.namespace > spaces.namespace) FROM spaces WHERE spaces.namespace IS NOT NULL
          )
          SELECT l.version, l.summary FROM spaces JOIN run_list l ON l.namespace = spaces.namespace AND l.name = @name
          """;

    private static string Where(RunListQuery query, bool after)
    {
        List<string> terms = [];
        Add(query.Namespace is not null, "namespace = @ns");
        Add(query.Agent is not null, "agent = @agent");
        Add(query.Phase is not null, "phase = @phase");
        Add(after, "(created_at, name, namespace) < (@time, @name, @place)");
        return terms.Count == 0 ? "" : " WHERE " + string.Join(" AND ", terms);

        void Add(bool wanted, string term)
        {
            if (wanted)
            {
                terms.Add(term);
            }
        }
    }

    /// <summary>The parameters that a query has a value for.</summary>
    public static IEnumerable<(string Name, object Value)> Filters(RunListQuery query)
    {
        foreach (var (name, value) in new (string, string?)[] { ("ns", query.Namespace), ("agent", query.Agent), ("phase", query.Phase) })
        {
            if (value is not null)
            {
                yield return (name, value);
            }
        }
    }
}
