using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>GETs of well-known APIs that change something, though neither method nor a plain word of the path says so.</summary>
internal static class ChangingReads
{
    private static readonly string[][] Tails =
    [
        ["jobs", "*", "yarn-cancel"], ["jobs", "*", "yarn-stop"], ["job", "*", "run"], ["v1", "client", "gc"], ["v1", "agent", "leave"], ["v1", "agent", "join", "*"], ["agent", "check", "fail", "*"], ["agent", "check", "pass", "*"], ["agent", "check", "warn", "*"], ["airflow", "paused"], ["airflow", "clear"], ["v1", "agent", "maintenance"], ["snapshot", "create"], ["snapshot", "delete_all"],
        ["internal", "force_merge"], ["internal", "force_flush"], ["api", "v1", "import", "prometheus"], ["api", "v1", "import", "native"], ["api", "v1", "import", "csv"], ["aliveness-test"], ["aliveness-test", "*"], ["tsdb", "snapshot"], ["_forcemerge"], ["_flush"], ["_refresh"], ["git", "notifycommit"], ["checkscriptcompile"],
        ["launchslaveagent"], ["schedule_run", "*"], ["cron", "run"], ["cron.php"], ["wp-cron.php"], ["wp-admin", "admin-post.php"], ["hooks", "catch", "*", "*"], ["job", "*", "polling"], ["replay", "run"], ["trigger", "pipeline"], ["cgi-bin", "cmd.cgi"], ["proceedempty"], ["proceed"], ["db", "migrate"], ["power", "off"], ["power", "on"],
        ["rm", "*"], ["cart", "add", "*"], ["activate", "*"], ["deploy", "production"], ["deploy", "prod"], ["deploy", "staging"], ["jobs", "*", "run"], ["check", "deregister", "*"], ["service", "deregister", "*"],
    ];

    private static readonly FrozenSet<string> SolrReads = FrozenSet.ToFrozenSet(
        ["status", "clusterstatus", "list", "overseerstatus", "requeststatus", "listaliases", "listbackup", "listsnapshots", "clusterprop", "colstatus", "requestcorestatus", ""]);

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        foreach (var tail in Tails)
        {
            if (request.Ends(tail))
            {
                findings.Raise(RiskTier.ServiceMutation, $"{request.Last} changes something, though it is asked for with {request.Call.Method}");
                return;
            }
        }

        if (Why(request) is { } why)
        {
            findings.Raise(RiskTier.DestructiveMutation, why);
        }
    }

    private static string? Why(ApiRequest request) =>
        IsJolokia(request) ? "writes to or calls what runs in a Java machine"
        : RedisPaths.Is(request) ? "sends a command to Redis"
        : IsJenkins(request) ? $"{request.Last} is an order to a build server"
        : IsAccount(request) ? $"{request.Last} changes accounts of a host"
        : IsChat(request) ? $"{request.Last} speaks or changes who may speak"
        : IsHook(request) ? "a hook is pulled by any request"
        : IsOrderOfAws(request) ? "asks AWS for more than to look"
        : request.Parent is "run" or "exec" && (request.Last.EndsWith(".sh", StringComparison.Ordinal) || request.Last.EndsWith(".py", StringComparison.Ordinal) || request.Last.EndsWith(".ps1", StringComparison.Ordinal) || request.Last.EndsWith(".bat", StringComparison.Ordinal)) ? "runs a script"
        : IsQueue(request) ? "takes a message out of its queue"
        : request.Last is "logging" && request.Parts.Length == 1 && request.Call.Target.Url.Query.Length > 1 ? "changes how much a proxy logs"
        : request.Last is "jsonrpc" && request.Call.Target.Url.Query.Length > 1 ? "calls a procedure that nobody knows"
        : IsKubernetesWrite(request) ? "reaches into what runs through the Kubernetes API"
        : null;

    private static bool IsJolokia(ApiRequest request) => Array.IndexOf(request.Parts, "jolokia") is >= 0 and var at && at + 1 < request.Parts.Length && request.Parts[at + 1] is "write" or "exec";

    private static bool IsJenkins(ApiRequest request)
    {
        if (request.Parts.Length == 0 || request.Parts[0] is not ("job" or "computer" or "view"))
        {
            return false;
        }

        var path = request.Path.AsSpan().TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..];
        return (last.Length > 2 && last.StartsWith("do") && char.IsAsciiLetterUpper(last[2])) || (request.Parts.Contains("input") && last.StartsWith("proceed"));
    }

    private static bool IsAccount(ApiRequest request) =>
        request.Parent == "json-api" && (request.Last.EndsWith("acct", StringComparison.Ordinal) || request.Last.StartsWith("kill", StringComparison.Ordinal) || request.Last.StartsWith("add", StringComparison.Ordinal)
            || request.Last.StartsWith("set", StringComparison.Ordinal) || request.Last.StartsWith("edit", StringComparison.Ordinal) || request.Last is "passwd");

    private static bool IsChat(ApiRequest request) =>
        request.IsUnder("slack.com") && request.Begins("api", "*") ? request.Last.Contains('.', StringComparison.Ordinal) && !IsSlackRead(request.Last)
        : request.IsUnder("api.telegram.org") && request.Parts.Length > 1 && !request.Last.StartsWith("get", StringComparison.Ordinal);

    private static bool IsSlackRead(string method)
    {
        var name = method[(method.LastIndexOf('.') + 1)..];
        return name is "list" or "info" or "history" or "replies" or "members" or "get" or "test" or "identity" or "lookupbyemail" or "messages" or "files" or "all" or "permalink" or "getpermalink" or "getpresence"
            or "conversations" or "teaminfo" or "accesslogs" or "billableinfo" or "integrationlogs";
    }

    private static bool IsHook(ApiRequest request) =>
        request.Parts.Length > 1 && (request.Host.StartsWith("hooks.", StringComparison.Ordinal) || request.Host.StartsWith("hook.", StringComparison.Ordinal) || request.IsUnder("maker.ifttt.com"));

    // The query API names its operation in a field.
    private static bool IsOrderOfAws(ApiRequest request)
    {
        var query = request.Call.Target.Url.Query;
        var at = request.IsUnder("amazonaws.com") ? query.IndexOf("Action=", StringComparison.OrdinalIgnoreCase) : -1;
        return at >= 0 && query.AsSpan(at + 7) is var action
            && !(action.StartsWith("Describe") || action.StartsWith("List")
                || (action.StartsWith("Get") && !action.Contains("Token", StringComparison.OrdinalIgnoreCase) && !action.Contains("Password", StringComparison.OrdinalIgnoreCase) && !action.Contains("Credential", StringComparison.OrdinalIgnoreCase)));
    }

    // ActiveMQ hands out a message and forgets it.
    private static bool IsQueue(ApiRequest request) => request.Begins("api", "message", "*") && request.Parts.Length == 3;

    private static bool IsKubernetesWrite(ApiRequest request) =>
        request.Begins("k8s", "clusters", "*") && request.Parts.Skip(3).Any(p => p is "exec" or "attach" or "portforward" or "proxy");

    /// <summary>True for what Solr's administration only tells.</summary>
    public static bool IsSolrRead(string action) => SolrReads.Contains(action.ToLowerInvariant());
}
