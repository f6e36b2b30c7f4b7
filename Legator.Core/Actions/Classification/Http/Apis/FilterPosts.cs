using System.Collections.Frozen;
using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>POSTs to a search whose body says nothing but what is looked for and how the answer is to look: Notion, HubSpot, MLflow, Meilisearch, OSV. One field that nobody knows, and it is no search.</summary>
internal static class FilterPosts
{
    private const int LongestBody = 16 * 1024;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 24 };

    // Shapes that belong to one product each; at /api/v1/search anybody may answer.
    private static readonly string[][] Tails =
    [
        ["v1", "databases", "*", "query"], ["v1", "data_sources", "*", "query"], ["crm", "v3", "objects", "*", "search"], ["mlflow", "runs", "search"], ["mlflow", "experiments", "search"], ["mlflow", "registered-models", "search"], ["mlflow", "model-versions", "search"],
        ["mlflow", "traces", "search"], ["mlflow", "logged-models", "search"], ["api", "as", "v1", "engines", "*", "search"], ["api", "as", "v1", "engines", "*", "multi_search"],
    ];

    // What is looked for.
    private static readonly FrozenSet<string> Sought = FrozenSet.ToFrozenSet(
        ["filter", "filters", "filtergroups", "filter_groups", "query", "q", "queries", "searches", "experiment_ids", "package", "commit", "max_results", "criteria", "conditions", "jql"], StringComparer.OrdinalIgnoreCase);

    // How the answer is to look.
    private static readonly FrozenSet<string> Shape = FrozenSet.ToFrozenSet(
    [
        "sort", "sorts", "sort_by", "sortby", "order_by", "orderby", "order", "page", "page_size", "pagesize", "page_token", "pagetoken", "per_page", "perpage", "limit", "offset", "size", "from", "start_cursor", "cursor", "after", "before", "properties", "fields", "columns",
        "facets", "facet_by", "highlight", "indexuid", "collection", "query_by", "attributestoretrieve", "attributestohighlight", "attributestocrop", "hitsperpage", "showrankingscore", "matchingstrategy", "run_view_type", "view_type", "version", "ecosystem", "timezone", "count",
        "include", "exclude", "expand", "federation", "locales", "maxresults", "startat", "distinct",
    ], StringComparer.OrdinalIgnoreCase);

    // However deep they stand, these are no part of a filter.
    private static readonly FrozenSet<string> Never = FrozenSet.ToFrozenSet(
    [
        "script", "script_fields", "scripts", "runtime_mappings", "scripted_metric", "update", "updates", "set", "$set", "delete", "remove", "create", "insert", "upsert", "save", "store", "into", "output", "destination", "target", "sql", "statement", "stmt", "command", "cmd",
        "action", "actions", "exec", "execute", "url", "uri", "webhook", "callback", "$where", "$function", "$accumulator", "$out", "$merge", "mutation", "pipeline", "assign", "method",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the body only filters.</summary>
    public static bool OnlyAsk(ApiRequest request)
    {
        if (!IsSearch(request) || request.Call.Target.Url.Query.Length > 1
            || request.Call.Body is not { Length: > 1 and <= LongestBody } body || !body.AsSpan().TrimStart().StartsWith("{") || !IsJson(request.Call))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            return Filters(json.RootElement, request.Last);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsSearch(ApiRequest request) =>
        request.Parts is ["multi-search"] or ["multi_search"]
        || (request.Host is "api.osv.dev" && request.Parts is ["v1", "query" or "querybatch"])
        || (request.Host is "api.notion.com" && request.Parts is ["v1", "search"])
        || Array.Exists(Tails, tail => request.Ends(tail));

    private static bool IsJson(HttpCall call) => call.Header("Content-Type") is var type && (type.Length == 0 || type.Contains("json", StringComparison.OrdinalIgnoreCase));

    private static bool Filters(JsonElement root, string last)
    {
        var sought = false;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in root.EnumerateObject())
        {
            var asks = Sought.Contains(member.Name);
            if (!seen.Add(member.Name) || !(asks || Shape.Contains(member.Name)) || !IsHarmless(member.Value) || (member.Name is "query" or "q" && last is "query" && member.Value.ValueKind == JsonValueKind.String))
            {
                return false;
            }

            sought |= asks;
        }

        return sought;
    }

    private static bool IsHarmless(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(member => !Never.Contains(member.Name) && IsHarmless(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(IsHarmless),
        JsonValueKind.String => value.GetString() is var text && !text!.Contains("://", StringComparison.Ordinal) && !(StatementWords.Begins(text) && StatementWords.Writes(text)) && !text.Contains("mutation", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
