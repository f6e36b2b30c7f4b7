using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http.Apis;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Paths of well-known APIs that only read, though a word in them is a verb elsewhere: names of keys, jobs and metrics, and parts that are called after what they tell of. Shapes are exact.</summary>
internal static class KnownReads
{
    // Everything below them is a name.
    private static readonly string[][] Heads =
    [
        ["v1", "kv"], ["v2", "keys"], ["_cat"], ["_nodes"], ["_stats"], ["d", "*"], ["repos", "*", "*", "contents"], ["repos", "*", "*", "git"], ["repos", "*", "*", "branches"], ["repos", "*", "*", "compare"], ["repos", "*", "*", "commits"],
        ["loki", "api"], ["artifactory", "api", "storage"], ["solr", "*", "select"], ["browse"], ["dists"], ["*", "dists"],
    ];

    private static readonly string[][] Shapes =
    [
        ["v1", "catalog", "service", "*"], ["v1", "catalog", "node", "*"], ["v1", "catalog", "connect", "*"], ["v1", "health", "service", "*"], ["v1", "health", "checks", "*"], ["v1", "health", "node", "*"], ["v1", "health", "state", "*"],
        ["v1", "job", "*"], ["api", "v1", "namespaces", "*"], ["api", "v1", "namespaces", "*", "*", "*"], ["apis", "*", "*", "namespaces", "*", "*", "*"], ["apis", "*", "*", "*", "*"], ["api", "queues", "*", "*"], ["api", "exchanges", "*", "*"],
        ["api", "services", "*", "operations"], ["api", "v1", "label", "*", "values"], ["actuator", "metrics", "*"], ["repos", "*", "*", "pulls", "*", "merge"], ["api", "v2", "job_templates", "*", "launch"],
        ["api", "v2", "workflow_job_templates", "*", "launch"], ["api", "v2", "jobs", "*", "cancel"], ["api", "v2", "project_updates", "*", "cancel"], ["api", "v2", "ad_hoc_commands", "*", "cancel"], ["api", "v2", "projects", "*", "update"],
        ["api", "v2", "inventory_sources", "*", "update"], ["api", "v4", "projects", "*", "repository", "archive"], ["oauth", "authorize"], ["oauth2", "authorize"], ["oauth2", "v1", "authorize"], ["connect", "authorize"], ["*", "_stats", "*"],
    ];

    private static readonly FrozenSet<string> FileReads = FrozenSet.ToFrozenSet(
        ["LISTSTATUS", "LISTSTATUS_BATCH", "GETFILESTATUS", "GETCONTENTSUMMARY", "GETQUOTAUSAGE", "GETFILECHECKSUM", "GETACLSTATUS", "GETXATTRS", "LISTXATTRS", "GETHOMEDIRECTORY", "GETSTORAGEPOLICY", "GETALLSTORAGEPOLICY", "CHECKACCESS", "GETFILEBLOCKLOCATIONS"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a path whose last part is a name that somebody chose: a key of Consul, a dashboard of Grafana.</summary>
    public static bool EndsInName(string path) =>
        path.StartsWith("/v1/kv/", StringComparison.Ordinal) || (path.StartsWith("/d/", StringComparison.Ordinal) && path.Count(c => c == '/') == 3 && path.AsSpan(path.LastIndexOf('/')).Contains('-'));

    /// <summary>True for a path that says nothing of what is asked, which the query does: files of WebHDFS, statements to QuestDB.</summary>
    public static bool IsSaidByQuery(HttpCall call, string path) =>
        path.StartsWith("/webhdfs/v1", StringComparison.Ordinal) ? IsFileRead(call.Target.Url.Query)
        : path is "/exec" or "/exp" && IsAsked(call.Target.Url.Query);

    private static bool IsFileRead(string query)
    {
        var operations = QueryFields.Of(query).FindAll(field => field.Key is "op");
        return operations is [(_, var operation)] && FileReads.Contains(operation);
    }

    private static bool IsAsked(string query)
    {
        var fields = QueryFields.Of(query);
        return fields.TrueForAll(field => field.Key is "query" or "count" or "limit" or "nm" or "timings" or "explain" or "quotelargenum")
            && fields.FindAll(field => field.Key is "query") is [(_, var statement)] && StatementPosts.Selects(statement);
    }

    /// <summary>True when the path is one of them.</summary>
    public static bool Has(ApiRequest request)
    {
        if (IsSaidByQuery(request.Call, request.Path))
        {
            return true;
        }

        foreach (var head in Heads)
        {
            if (request.Begins(head))
            {
                return true;
            }
        }

        foreach (var shape in Shapes)
        {
            if (shape.Length == request.Parts.Length && request.Begins(shape))
            {
                return true;
            }
        }

        return false;
    }
}
