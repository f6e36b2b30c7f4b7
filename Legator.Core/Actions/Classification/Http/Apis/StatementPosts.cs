using System.Text.Json;
using Legator.Core.Actions.Classification.Sql.Postgres;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>POSTs that hand a database one statement, where databases take them over HTTP: CrateDB, Druid, Pinot, ClickHouse, SPARQL stores, Neo4j. Such a POST only asks where the statement does beyond doubt, in whatever dialect it is read.</summary>
internal static class StatementPosts
{
    private const int LongestStatement = 8 * 1024;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 16 };

    // What another dialect reads otherwise: comments, escapes, dollar quotes, further statements.
    private static readonly string[] Doubtful = ["/*", "--", "\\", "$", ";", "`", "#"];

    private static readonly string[] GraphChanges = ["create", "merge", "set", "delete", "remove", "detach", "call", "load", "foreach", "drop", "alter", "grant", "deny", "revoke", "start", "stop", "rename", "use", "insert"];

    /// <summary>True when all that is handed over asks.</summary>
    public static bool OnlyAsk(ApiRequest request)
    {
        if (request.Call.Body is not { Length: > 0 and <= LongestStatement } body)
        {
            return false;
        }

        return (request.Parts.Length == 1 && request.Last == "_sql" && Field(body, "stmt") is { } crate && Selects(crate))
            || (request.Ends("druid", "v2", "sql") && Field(body, "query") is { } druid && Selects(druid))
            || (request.Ends("query", "sql") && Field(body, "sql") is { } pinot && Selects(pinot))
            || (request.Parts.Length == 0 && IsClickHouse(request.Call.Target.Url.Query) && Selects(body))
            || (request.Ends("v1", "statement") && !Prepares(request) && Selects(body))
            || (request.Last is "sparql" or "query" or "sparql-auth" || request.Parent is "repositories") && TripleForm(request.Call, body) is { } triples && AsksTriples(triples)
            || (request.Last is "sparql" or "query" && IsSparql(request.Call.Header("Content-Type")) && AsksTriples(body))
            || (request.Ends("tx", "commit") && Graph(body) is { } graph && AsksGraph(graph));
    }

    /// <summary>True for one statement that only asks, in whatever dialect it is read.</summary>
    public static bool Selects(string statement)
    {
        if (IsDoubtful(statement) || StatementWords.Writes(statement))
        {
            return false;
        }

        var reading = PostgresReader.Read(statement);
        return reading is { Problem: null, Findings.Count: > 0 } && reading.Findings.All(finding => finding is { Tier: RiskTier.Read, Guarded: false, BlockedBecause: null });
    }

    // The statement is in the body; a query of the address would stand before it.
    private static bool IsClickHouse(string query)
    {
        var named = false;
        foreach (var field in query.TrimStart('?').Split('&'))
        {
            if (field.Split('=')[0] is not ("database" or "default_format" or "wait_end_of_query" or "query_id" or "max_execution_time" or "max_result_rows"))
            {
                return false;
            }

            named = true;
        }

        return named;
    }

    private static bool IsSparql(string type) => type.Split(';')[0].Trim().Equals("application/sparql-query", StringComparison.OrdinalIgnoreCase);

    // What Trino is to put in place of a name comes with a header.
    private static bool Prepares(ApiRequest request) =>
        request.Call.Headers.Keys.Any(name => name.Contains("prepared", StringComparison.OrdinalIgnoreCase) || name.Contains("role", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-session", StringComparison.OrdinalIgnoreCase));

    // query=SELECT…, with nothing beside it that says more than how the answer is to look.
    private static string? TripleForm(HttpCall call, string body)
    {
        if (!call.Header("Content-Type").Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase) || call.Target.Url.Query.Length > 1)
        {
            return null;
        }

        var fields = QueryFields.Of(body);
        return fields.TrueForAll(field => field.Key is "query" or "format" or "timeout" or "infer" or "limit" or "offset" or "queryln" or "output" or "results" or "reasoning")
            && fields.FindAll(field => field.Key is "query") is [(_, var query)] && query.Length <= LongestStatement
            ? TripleText.Words(query)
            : null;
    }

    // A query is no update; SERVICE makes the store ask another server, FROM may.
    private static bool AsksTriples(string text) =>
        !text.Contains("\\", StringComparison.Ordinal) && Words(text) is var words && words.Any(word => word is "select" or "ask" or "construct" or "describe")
        && !words.Any(word => word is "service" or "insert" or "delete" or "load" or "clear" or "drop" or "create" or "add" or "move" or "copy" or "from" or "with" or "into");

    private static bool AsksGraph(string text) =>
        !IsDoubtful(text) && !text.Contains("//", StringComparison.Ordinal) && Words(text) is var words && words.FirstOrDefault() is "match" or "optional" && words.Contains("return") && !words.Any(GraphChanges.Contains)
        && !CallsFar(text);

    // apoc.load.json(…) and others that reach out are written with a dot before the bracket.
    private static bool CallsFar(string text)
    {
        for (var at = text.IndexOf('(', StringComparison.Ordinal); at >= 0; at = text.IndexOf('(', at + 1))
        {
            var start = at;
            while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_'))
            {
                start--;
            }

            if (text.AsSpan(start, at - start).Contains('.'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDoubtful(string text) => Array.Exists(Doubtful, part => text.Contains(part, StringComparison.Ordinal));

    private static string[] Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '\t', '\r', '\n', '(', ')', '{', '}', '[', ']', ',', '.', ':', '<', '>', '=', '"', '\'', '-', '?', '*', '/', '|', '+'], StringSplitOptions.RemoveEmptyEntries)];

    // Null where the body is no object, or has the field twice, or another that could hold a statement.
    private static string? Field(string body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().ToList() is [var only] && only.NameEquals(name) && only.Value.ValueKind == JsonValueKind.String
                ? only.Value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // {"statements": [{"statement": "MATCH … RETURN …"}]}, with no other field but parameters.
    private static string? Graph(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().ToList() is [var all] && all.NameEquals("statements") && all.Value.ValueKind == JsonValueKind.Array
                && all.Value.EnumerateArray().ToList() is [{ ValueKind: JsonValueKind.Object } one] && one.EnumerateObject().ToList() is [var only] && only.NameEquals("statement") && only.Value.ValueKind == JsonValueKind.String
                ? only.Value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
