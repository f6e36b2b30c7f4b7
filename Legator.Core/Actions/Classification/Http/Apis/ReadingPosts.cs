using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>The POSTs of well-known APIs that only ask: a search whose question is too long for a URL. The shape of the path decides, whatever the host: each shape belongs to one product and changes nothing there.</summary>
internal static class ReadingPosts
{
    private static readonly FrozenSet<string> Underscored = FrozenSet.ToFrozenSet(
    [
        "_search", "_msearch", "_count", "_mget", "_field_caps", "_analyze", "_rank_eval", "_search_shards", "_termvectors", "_mtermvectors", "_knn_search",
        "_find", "_all_docs", "_bulk_get", "_revs_diff", "_missing_revs", "_design_docs", "_dbs_info",
    ]);

    private static readonly FrozenSet<string> PrometheusQueries = FrozenSet.ToFrozenSet(["query", "query_range", "query_exemplars", "series", "labels", "format_query", "parse_query"]);

    private static readonly FrozenSet<string> Reviews = FrozenSet.ToFrozenSet(
        ["selfsubjectaccessreviews", "selfsubjectrulesreviews", "subjectaccessreviews", "localsubjectaccessreviews", "tokenreviews", "selfsubjectreviews"]);

    private static readonly FrozenSet<string> GoogleVerbs = FrozenSet.ToFrozenSet(
        ["list", "query", "search", "testiampermissions", "getiampolicy", "batchget", "lookup", "aggregatedlist", "runquery", "runaggregationquery", "searchall", "searchallresources", "queryassets", "analyzeiampolicy"]);

    private static readonly string[][] Tails =
    [
        ["_validate", "query"], ["_search", "template"], ["_msearch", "template"], ["_render", "template"], ["_search", "scroll"], ["_eql", "search"], ["_sql", "translate"], ["_explain", "*"], ["_all_docs", "queries"],
        ["_view", "*"], ["_plugins", "_ppl"], ["_plugins", "_ppl", "_explain"], ["_plugins", "_sql", "_explain"], ["_ingest", "pipeline", "_simulate"], ["_ingest", "pipeline", "*", "_simulate"],
        ["v3", "maintenance", "status"], ["v3", "maintenance", "hash"], ["v3", "cluster", "member", "list"], ["v3", "lease", "timetolive"], ["v3", "lease", "leases"], ["v3", "auth", "status"],
        ["v1", "sys", "capabilities-self"], ["v1", "sys", "capabilities"], ["v1", "sys", "leases", "lookup"], ["v1", "auth", "token", "lookup"], ["v1", "auth", "token", "lookup-self"], ["v1", "auth", "token", "lookup-accessor"],
        ["v1", "jobs", "parse"], ["v1", "job", "*", "plan"], ["v1", "validate", "job"],
        ["rest", "api", "2", "search"], ["rest", "api", "3", "search"], ["rest", "api", "3", "search", "jql"], ["rest", "api", "latest", "search"],
        ["points", "search"], ["points", "scroll"], ["points", "count"], ["points", "query"], ["points", "recommend"], ["indexes", "*", "search"], ["1", "indexes", "*", "query"],
        ["logs", "events", "search"], ["logs", "analytics", "aggregate"], ["spans", "events", "search"], ["rum", "events", "search"], ["api", "v2", "query", "timeseries"], ["api", "v2", "query", "scalar"],
        ["select", "logsql", "query"], ["select", "logsql", "hits"], ["select", "logsql", "stats_query"], ["select", "logsql", "tail"], ["select", "logsql", "field_names"], ["select", "logsql", "field_values"],
        ["microsoft.resourcegraph", "resources"],
        ["loki", "api", "v1", "query"], ["loki", "api", "v1", "query_range"], ["loki", "api", "v1", "labels"], ["loki", "api", "v1", "series"], ["loki", "api", "v1", "index", "stats"], ["loki", "api", "v1", "index", "volume"],
        ["loki", "api", "v1", "patterns"], ["loki", "api", "v1", "detected_labels"], ["loki", "api", "v1", "detected_fields"], ["loki", "api", "v1", "format_query"],
    ];

    /// <summary>True when the POST only asks.</summary>
    public static bool Contains(ApiRequest request) =>
        Underscored.Contains(request.Last)
        || (request.Parts.Length == 1 && request.Last is "_sql" or "_query" && ReadingBodies.IsSearch(request.Call.Body))
        || (request.Parent == "v1" && request.Ends("api", "v1", "*") && PrometheusQueries.Contains(request.Last) && ReadingBodies.IsMetrics(request.Call.Body))
        || StatementPosts.OnlyAsk(request)
        || IsReview(request)
        || IsGoogle(request)
        || (request.Ends("api", "v2", "query") && ReadingBodies.IsFlux(request.Call.Body))
        || IsPanel(request)
        || IsZabbix(request)
        || AwsJsonPosts.Reads(request.Call)
        || ChainPosts.OnlyAsk(request)
        || FilterPosts.OnlyAsk(request)
        || (request.Last == "query" && request.Begins("v1", "*", "*", "query") && (request.IsUnder("loganalytics.io") || request.IsUnder("applicationinsights.io") || request.IsUnder("loganalytics.azure.com")))
        || (request.Ends("solr", "*", "select") && ReadingBodies.IsSolr(request.Call.Body))
        || (request.Ends("v3", "kv", "range") && ReadingBodies.IsPlainRange(request.Call.Body))
        || Tails.Any(t => request.Ends(t));

    private static bool IsReview(ApiRequest request) =>
        request.Begins("apis") && request.Parts.Length > 2 && request.Parts[1] is "authorization.k8s.io" or "authentication.k8s.io" && Reviews.Contains(request.Last);

    private static bool IsGoogle(ApiRequest request) =>
        request.IsUnder("googleapis.com") && !request.Parts.Contains("reasoningengines") && request.Last.Contains(':', StringComparison.Ordinal) && GoogleVerbs.Contains(request.Last[(request.Last.LastIndexOf(':') + 1)..]);

    // A panel may ask a database, and then its question is a statement.
    private static bool IsPanel(ApiRequest request) =>
        request.Ends("api", "ds", "query") && request.Call.Body is { } body
        && !body.Contains("sql", StringComparison.OrdinalIgnoreCase) && !body.Contains("flux", StringComparison.OrdinalIgnoreCase) && !body.Contains("\\u", StringComparison.Ordinal)
        && !body.Contains("\"url", StringComparison.OrdinalIgnoreCase) && !body.Contains("cypher", StringComparison.OrdinalIgnoreCase)
        && !body.Contains("rawquery", StringComparison.OrdinalIgnoreCase) && !body.Contains("\"command", StringComparison.OrdinalIgnoreCase) && !body.Contains("\"cli\"", StringComparison.OrdinalIgnoreCase)
        && !StatementWords.Writes(ReadingBodies.Lines(body));

    // Zabbix: {"method": "host.get"}, one question at a time.
    private static bool IsZabbix(ApiRequest request)
    {
        if (request.Last != "api_jsonrpc.php" || request.Call.Body is not { } body || !body.StartsWith('{') || body.Contains("\\u", StringComparison.Ordinal))
        {
            return false;
        }

        var at = body.IndexOf("\"method\"", StringComparison.Ordinal);
        return at >= 0 && at == body.LastIndexOf("\"method\"", StringComparison.Ordinal)
            && body.AsSpan(at + 8).TrimStart(" :\t\r\n") is ['"', .. var rest] && rest.IndexOf('"') is > 0 and var end
            && rest[..end] is var name && (name.EndsWith(".get") || name is "apiinfo.version");
    }
}
