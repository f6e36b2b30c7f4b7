namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>Addresses that change something or hand out secrets though they are only asked for.</summary>
internal static class UrlActions
{
    private static readonly string[] Ends =
    [
        "/shutdown", "/quitquitquit", "/_shutdown", "/restart", "/saferestart", "/quietdown", "/delete_series", "/cmd.cgi", "/flush", "/_flush", "/_refresh", "/_forcemerge", "/_cache/clear", "/flush_shutdown", "/heapdump", "/yarn-cancel", "/yarn-stop",
    ];

    private static readonly string[] Within =
    [
        "/manager/html/", "/host-manager/html/", "/snapshot/delete", "/snapshot/create", "/internal/force_", "/internal/reset", "/cmd.cgi/",
    ];

    private static readonly string[] Verbs = ["delete", "remove", "drop", "unload", "restart", "stop", "shutdown", "reboot", "kill", "purge", "flush", "reset", "terminate", "create"];

    private static readonly string[] Statements = ["drop ", "delete ", "create ", "alter ", "grant ", "revoke ", "kill ", "set ", "insert ", "truncate ", "update "];

    /// <summary>True when asking for the address is no read.</summary>
    public static bool Are(Uri url) => Daemon(url) || Server(Uri.UnescapeDataString(url.AbsolutePath), url);

    /// <summary>True when what stands behind the question mark changes something.</summary>
    /// <param name="query">Names and values with ampersands between them.</param>
    /// <param name="plain">True when the values may stand there as they are, without percent signs.</param>
    public static bool InQuery(string query, bool plain = false)
    {
        foreach (var range in query.AsSpan().TrimStart('?').Split('&'))
        {
            var part = query.AsSpan().TrimStart('?')[range];
            var equals = part.IndexOf('=');
            if (equals > 0 && Acts(Uri.UnescapeDataString(part[..equals]), Text(part[(equals + 1)..], plain)))
            {
                return true;
            }
        }

        return false;
    }

    // The kubelet runs commands for a GET, Vault answers with secrets, Docker with whole files.
    private static bool Daemon(Uri url)
    {
        var path = url.AbsolutePath;
        return (url.Port is 10250 && path is not ("/healthz" or "/metrics" or "/metrics/cadvisor"))
            || (url.Port is 8200 && !path.StartsWith("/v1/sys/health", StringComparison.Ordinal) && !path.StartsWith("/v1/sys/seal-status", StringComparison.Ordinal) && !path.StartsWith("/v1/sys/leader", StringComparison.Ordinal))
            || (path.StartsWith("/containers/", StringComparison.Ordinal) && (path.EndsWith("/archive", StringComparison.Ordinal) || path.EndsWith("/export", StringComparison.Ordinal) || path.Contains("/attach", StringComparison.Ordinal)));
    }

    private static bool Server(string path, Uri url)
    {
        var trimmed = path.TrimEnd('/');
        return Array.Exists(Ends, e => trimmed.EndsWith(e, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Within, w => path.Contains(w, StringComparison.OrdinalIgnoreCase))
            || Tomcat(path, url.Query) || InQuery(url.Query)
            || (Has(path, "/jolokia/") && (Has(path, "/exec/") || Has(path, "/write/") || trimmed.EndsWith("/exec", StringComparison.OrdinalIgnoreCase)))
            || (Has(path, "/balancer-manager") && url.Query.Length > 1) || (trimmed.EndsWith("/loglevel", StringComparison.OrdinalIgnoreCase) && Has(url.Query, "level="))
            || ((url.Port == 8983 || Has(path, "/solr")) && Solr(trimmed, url.Query));
    }

    private static bool Tomcat(string path, string query)
    {
        var start = path.IndexOf("manager/text/", StringComparison.OrdinalIgnoreCase);
        return (start >= 0 && path[(start + "manager/text/".Length)..] is not ("list" or "serverinfo" or "vminfo" or "threaddump"))
            || (Has(path, "/jmxproxy") && (Has(query, "set=") || Has(query, "invoke=")));
    }

    private static bool Solr(string path, string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var name = Uri.UnescapeDataString(pair.Split('=')[0]).ToLowerInvariant();
            var value = Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]).ToLowerInvariant();
            if ((name == "action" && value is not ("list" or "status" or "clusterstatus" or "overseerstatus" or "requeststatus" or "listaliases" or "listbackup" or "colstatus" or "clusterprop"))
                || (name == "command" && value is not ("details" or "indexversion" or "filelist" or "status" or "show-config")))
            {
                return true;
            }
        }

        return path.Contains("/update", StringComparison.OrdinalIgnoreCase) || Has(query, "action=clusterprop");
    }

    private static bool Acts(string name, string value)
    {
        if (name.StartsWith("stream.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (name.Equals("action", StringComparison.OrdinalIgnoreCase))
        {
            return Array.Exists(Verbs, v => value.StartsWith(v, StringComparison.OrdinalIgnoreCase));
        }

        return name is "q" or "query" && value.Split(';').Any(Changes);
    }

    private static bool Changes(string statement)
    {
        var text = statement.TrimStart();
        return Array.Exists(Statements, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith("select ", StringComparison.OrdinalIgnoreCase) && text.Contains(" into ", StringComparison.OrdinalIgnoreCase));
    }

    private static string Text(ReadOnlySpan<char> value, bool plain)
    {
        var text = value.ToString().Replace('+', ' ');
        return (plain && !text.Contains('%', StringComparison.Ordinal) ? text : Uri.UnescapeDataString(text)).Replace('\n', ' ').Replace('\t', ' ');
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
