using Legator.Core.Actions.Classification.Http.Apis;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Orders that a path and its query give together, while the method only reads: <c>/vote?id=5</c>, <c>/export?to=s3</c>, <c>/power?state=off</c>.</summary>
internal static class QueryOrders
{
    private const int MaxFields = 1000;

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        var query = request.Call.Target.Url.Query.AsSpan().TrimStart('?');
        if (query.IsEmpty)
        {
            return;
        }

        var last = PathRules.Bare(request.Last).TrimStart('_').ToString();
        if (OrderWords.WithQuery.Contains(last) || Runs(last) || Modifies(last) || IsHook(request, query))
        {
            findings.Raise(RiskTier.ServiceMutation, $"the path says '{request.Last}'");
        }

        var count = 0;
        foreach (var range in query.Split('&'))
        {
            if (++count > MaxFields)
            {
                return;
            }

            var field = query[range];
            var equals = field.IndexOf('=');
            var key = HttpText.UnescapeField(equals < 0 ? field : field[..equals]).Trim();
            var value = equals < 0 ? "" : HttpText.UnescapeField(field[(equals + 1)..]).Trim();
            if (Is(request, last, key.ToLowerInvariant(), value) || IsDeed(key, value))
            {
                findings.Raise(RiskTier.ServiceMutation, $"the query says '{key}' to '{request.Last}'");
            }
        }
    }

    private static bool Is(ApiRequest request, string last, string key, string value) =>
        (OrderWords.Senders.Contains(last) && OrderWords.Texts.Contains(key))
        || (OrderWords.SwitchKeys.Contains(key) && OrderWords.SwitchValues.Contains(value.ToLowerInvariant()) && (OrderWords.Switched.Contains(last) || OrderWords.Switched.Contains(request.Parent)))
        || (OrderWords.Copiers.Contains(last) && OrderWords.Destinations.Contains(key) && IsPlace(value))
        || (key is "level" or "set" or "loglevel" or "log_level" && value.Length > 0 && last is "loglevel" or "log-level" or "setlevel" or "verbosity" or "set-level" or "level" && (last != "level" || request.Parent is "log" or "logs" or "logging" or "logger"))
        || (key is "start" or "stop" or "restart" && value.ToLowerInvariant() is "true" or "now" or "yes")
        || (key is "set" && value.Length > 0 && OrderWords.Settable.Contains(last))
        || (key is "power" or "relay" or "outlet" or "light" && OrderWords.SwitchValues.Contains(value.ToLowerInvariant()) && last.AsSpan().ContainsAnyInRange('0', '9'))
        || (last is "copy" or "link" or "symlink" && OrderWords.Destinations.Contains(key))
        || (OrderWords.Consoles.Contains(last) && key is "expr" or "expression" or "code" or "input" or "c")
        || (OrderWords.Flags.Contains(key) && (value.ToLowerInvariant() is "true" or "auto" or "yes" or "all" or "now" or "on" || (value == "1" && key is not "run")));

    // deleteOld=true, executeAllStages=1, deleteId=5, delete[]=5; what is counted or named so is asked for.
    private static bool IsDeed(string key, string value)
    {
        var end = key.AsSpan().IndexOfAnyExceptInRange('a', 'z');
        return end > 0 && key[end] == '[' ? MutationWords.OfOrder(key.AsSpan(0, end)) != RiskTier.Read
            : value.ToLowerInvariant() is "true" or "1" or "yes" ? MutationWords.OfField(key) != RiskTier.Read
            : end > 0 && value.Length > 0 && value is not ("false" or "0" or "no") && NamesObject(key.AsSpan(end)) && MutationWords.OfOrder(key.AsSpan(0, end)) != RiskTier.Read;
    }

    // deleteId, remove_user, kill-ids.
    private static bool NamesObject(ReadOnlySpan<char> rest)
    {
        var name = rest.TrimStart("_-");
        return name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.Equals("ids", StringComparison.OrdinalIgnoreCase) || name.Equals("item", StringComparison.OrdinalIgnoreCase)
            || name.Equals("user", StringComparison.OrdinalIgnoreCase) || name.Equals("file", StringComparison.OrdinalIgnoreCase) || name.Equals("key", StringComparison.OrdinalIgnoreCase);
    }

    // runtime_modify, user-create; a data-set and a test-run are names.
    private static bool Modifies(string last) =>
        last.AsSpan().LastIndexOfAny('-', '_') is > 0 and var dash && last.AsSpan(dash + 1) is "modify" or "add" or "create" or "apply" or "append" or "write" or "edit";

    // run-job, start_backup; run-jobs and start-date are names.
    private static bool Runs(string last)
    {
        var dash = last.AsSpan().IndexOfAny('-', '_');
        return dash > 0 && ((OrderWords.Runners.Contains(last[..dash]) && OrderWords.Runs.Contains(last[(dash + 1)..]))
            || (OrderWords.MakersWithQuery.Contains(last[..dash]) && !OrderWords.MadeNouns.Contains(last[(dash + 1)..]) && !MutationWords.IsOften(last.AsSpan(dash + 1))));
    }

    // A hook that is asked with its token is pulled, and a build is started by whoever has one.
    private static bool IsHook(ApiRequest request, ReadOnlySpan<char> query) =>
        request.Last.EndsWith("-webhook", StringComparison.Ordinal) || (IsHooked(request) && IsTold(query));

    private static bool IsHooked(ApiRequest request) =>
        request.Last is "build" or "deploy" or "run" or "hook" or "webhook" || (request.Parts.Length > 1 && Array.Exists(request.Parts, p => p is "webhook" or "webhooks" or "hook" or "hooks"));

    private static bool IsTold(ReadOnlySpan<char> query) =>
        (query.Contains("token=", StringComparison.OrdinalIgnoreCase) || query.StartsWith("text=", StringComparison.OrdinalIgnoreCase) || query.StartsWith("tag=", StringComparison.OrdinalIgnoreCase) || query.StartsWith("secret=", StringComparison.OrdinalIgnoreCase) || query.StartsWith("payload=", StringComparison.OrdinalIgnoreCase));

    // s3://bucket, s3, /srv/x, ftp.example.com/x, eve@example.com; not a date, a format or a number.
    private static bool IsPlace(string value) =>
        value.Contains("://", StringComparison.Ordinal) || value.StartsWith('/') || value.Contains('@', StringComparison.Ordinal) || value.Contains(":/", StringComparison.Ordinal)
        || value.ToLowerInvariant() is "s3" or "gcs" or "gs" or "azure" or "blob" or "ftp" or "sftp" or "disk" or "file" or "drive" or "gdrive" or "dropbox" or "email" or "nfs" or "bucket" or "minio" or "glacier" or "tape" or "remote";
}
