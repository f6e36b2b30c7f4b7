namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>GETs that do something by being asked at all, though no word of them is a verb: heartbeats, address updates, links of mails, forms, balancers.</summary>
internal static class UnnamedDeeds
{
    private static readonly string[][] Tails =
    [
        ["node", "next", "*"], ["node", "next", "*", "*"], ["commands", "srst"], ["commands", "crst"], ["commands", "stat_reset"], ["commands", "connection_stat_reset"], ["commands", "set_trace_mask"], ["commands", "snapshot"], ["cache.do"], ["endsession"], ["end_session"], ["saml", "slo"], ["saml2", "slo"], ["singlelogout"], ["frontchannel_logout"], ["frontchannel-logout"], ["keypress", "*"], ["keydown", "*"], ["keyup", "*"],
    ];

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        if (Why(request) is { } why)
        {
            findings.Raise(RiskTier.ServiceMutation, why);
        }
    }

    private static string? Why(ApiRequest request) =>
        Heartbeats.Is(request) ? "tells a monitor that something has run"
        : AddressUpdates.Is(request) ? "sets what a name resolves to"
        : SentForms.Is(request) ? "hands in a form or counts an event"
        : MailedLinks.Is(request) ? "follows a link that confirms, activates or ends something"
        : QueueReads.Is(request) ? "takes what waits in a queue, or moves the place up to which it is read"
        : BalancerPages.Is(request) ? "changes where a balancer sends requests"
        : Announces(request) ? "tells another site of a page"
        : IsPlayed(request) ? $"{request.Last} changes what a player keeps"
        : Captures(request) ? "makes a copy of a page, and shows it"
        : Examines(request) ? $"{request.Last} starts something"
        : EndsSo(request) ? $"{request.Last} changes something, though it is asked for with {request.Call.Method}"
        : null;

    private static bool EndsSo(ApiRequest request)
    {
        foreach (var tail in Tails)
        {
            if (request.Ends(tail))
            {
                return true;
            }
        }

        return false;
    }

    // /ping?sitemap=https://…, /indexnow?url=…
    private static bool Announces(ApiRequest request) =>
        request.Last is "indexnow" or "ping" or "pingsubmit" or "ping-submit" or "rpc2" && request.Call.Target.Url.Query is { Length: > 1 } query
        && (query.Contains("sitemap=", StringComparison.OrdinalIgnoreCase) || query.Contains("bloglink=", StringComparison.OrdinalIgnoreCase) || (request.Last is "indexnow" && query.Contains("url=", StringComparison.OrdinalIgnoreCase)));

    // Subsonic and Plex take ratings and the place up to which something was heard by GET.
    private static bool IsPlayed(ApiRequest request) =>
        request.Parts is [":", not ("prefs" or "websockets" or "plugins"), ..]
        || (request.Parent is "rest" && request.Last.EndsWith(".view", StringComparison.Ordinal)
            && !(request.Last.StartsWith("get", StringComparison.Ordinal) || request.Last.StartsWith("search", StringComparison.Ordinal) || request.Last is "ping.view" or "stream.view" or "hls.view" or "download.view" or "tokeninfo.view"));

    // /save/https://example.com/x, /crawl/https:/…: what an address follows is done to it.
    private static bool Captures(ApiRequest request)
    {
        if (request.Parts is ["save", _, ..] && (request.IsUnder("archive.org") || request.Parts[1].Contains('.', StringComparison.Ordinal)))
        {
            return true;
        }

        if (request.Host is "archive.ph" or "archive.today" or "archive.is" or "archive.li" or "archive.md" or "archive.vn" or "archive.fo" && request.Call.Target.Url.Query.Contains("url=", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var at = Array.FindIndex(request.Parts, part => part is "http:" or "https:");
        return at > 0 && request.Parts[at - 1] is "save" or "archive" or "submit" or "capture" or "crawl" or "index" or "scan" or "snapshot" or "ingest" or "fetch-now" or "rescan" or "screenshot" or "add" or "import";
    }

    // Behind one machine: devices/core-sw1/discover.
    private static bool Examines(ApiRequest request) =>
        request.Parts.Length > 2 && request.Last is "discover" or "rediscover" or "poll" or "repoll" or "recheck" or "reprobe" or "rewalk" or "rescan" or "reinventory"
        && request.Parts[^3] is "devices" or "device" or "hosts" or "host" or "nodes" or "node" or "switches" or "routers" or "servers" or "machines" or "printers" or "cameras" or "targets" or "monitors" or "checks" or "sensors" or "endpoints" or "interfaces" or "services" or "agents";
}
