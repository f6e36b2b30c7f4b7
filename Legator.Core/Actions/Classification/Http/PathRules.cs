using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Requests whose method only reads while their path says that something is changed: <c>/users/5/delete</c>, <c>/admin/shutdown</c>, <c>/bot/sendMessage</c>.</summary>
internal static class PathRules
{
    private const int MaxSegments = 200;

    // Read as text by whoever asks for them, whatever they are called.
    private static readonly FrozenSet<string> TextFiles = FrozenSet.ToFrozenSet(
        ("html htm md txt rst adoc pdf png jpg jpeg gif svg ico css js mjs ts tsx jsx map go py rb rs java kt cs c h cc cpp sh yaml yml toml lock sum mod tf woff woff2 ttf gz tgz zip xz bz2 tar whl deb rpm "
        + "msi msix dmg pkg apk appimage nupkg flatpak jar sig asc sha256 log csv tsv webp mp4 wasm").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Readings = FrozenSet.ToFrozenSet(
        ["docs", "doc", "documentation", "reference", "manual", "manuals", "man", "guide", "guides", "tutorial", "tutorials", "wiki", "blog", "help", "learn", "kb", "articles", "questions", "handbook", "runbook", "runbooks"],
        StringComparer.OrdinalIgnoreCase);

    // Behind the name of a job, whatever the job does: /jobs/kill-old-sessions/history.
    private static readonly FrozenSet<string> Records = FrozenSet.ToFrozenSet(
        ["history", "runs", "status", "logs", "log", "executions", "builds", "events", "metrics", "stats", "results", "schedule", "audit", "timeline", "output", "details"],
        StringComparer.OrdinalIgnoreCase);

    // Which record, or what of it.
    private static readonly FrozenSet<string> RecordParts = FrozenSet.ToFrozenSet(
        ["last", "latest", "first", "current", "previous", "lastbuild", "lastsuccessfulbuild", "lastfailedbuild", "lastcompletedbuild", "laststablebuild", "artifacts", "artifact", "console", "steps", "stages", "tests", "testreport", "changes", "summary"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TextFields = FrozenSet.ToFrozenSet(
        ["text", "len", "length", "width", "chars", "words", "max", "maxlength", "max_length", "limit", "n", "s", "str", "string", "suffix", "ellipsis"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ReadingHosts = FrozenSet.ToFrozenSet(
    [
        "wiki", "help", "learn", "kb", "blog", "handbook",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ManualHosts = FrozenSet.ToFrozenSet(
        ["docs", "doc", "documentation", "developer", "developers", "man", "manual"], StringComparer.OrdinalIgnoreCase);

    // Public sites that hold texts and packages whatever their paths say.
    private static readonly FrozenSet<string> ReadingSites = FrozenSet.ToFrozenSet(
    [
        "learn.microsoft.com", "docs.microsoft.com", "docs.aws.amazon.com", "docs.github.com", "docs.gitlab.com", "developer.hashicorp.com", "developer.mozilla.org", "docs.docker.com", "docs.openshift.com",
        "raw.githubusercontent.com", "pypi.org", "files.pythonhosted.org", "pkg.go.dev", "stackoverflow.com", "serverfault.com", "unix.stackexchange.com", "redis.io", "kubernetes.io",
        "crates.io", "static.crates.io", "docs.rs", "man7.org", "linux.die.net", "rubygems.org", "repo1.maven.org", "packagist.org", "www.npmjs.com", "proxy.golang.org", "cloud.google.com", "docs.python.org",
        "www.postgresql.org", "dev.mysql.com", "www.elastic.co", "grafana.com", "prometheus.io", "helm.sh", "developer.atlassian.com", "api.slack.com", "en.wikipedia.org", "docs.oracle.com", "docs.redhat.com",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for what is asked for as a text, whatever it speaks of: manuals, files, the record of a job.</summary>
    public static bool IsText(HttpCall call, string path)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        var last = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        return (IsTextFile(last) && !IsAsked(call, last)) || IsInstaller(call, trimmed) || IsStored(call, last) || IsListing(trimmed) || IsReading(call, trimmed) || IsManual(call.Target.Url.IdnHost);
    }

    // A program to fetch where programs are kept to be fetched; elsewhere an .exe may be one that answers.
    private static bool IsInstaller(HttpCall call, ReadOnlySpan<char> path)
    {
        if (!path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || call.Target.Url.Query.Length > 1)
        {
            return false;
        }

        foreach (var range in path.Split('/'))
        {
            if (path[range] is "download" or "downloads" or "install" or "installer" or "installers" or "releases" or "dist")
            {
                return true;
            }
        }

        return false;
    }

    // documents/5/delete is no page of a manual.
    private static bool HasNumber(ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('/'))
        {
            if (!path[range].IsEmpty && !path[range].ContainsAnyExceptInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly FrozenSet<string> ViewFields = FrozenSet.ToFrozenSet(["version", "v", "ver", "lang", "language", "locale", "hl", "view", "tabs", "pivots", "theme"], StringComparer.OrdinalIgnoreCase);

    // Which edition of a manual is shown, and how.
    private static bool IsView(ReadOnlySpan<char> query)
    {
        var fields = query.TrimStart('?');
        foreach (var range in fields.Split('&'))
        {
            var field = fields[range];
            var equals = field.IndexOf('=');
            if (!field.IsEmpty && (equals <= 0 || !ViewFields.GetAlternateLookup<ReadOnlySpan<char>>().Contains(field[..equals]) || MutationWords.OfAction(field[(equals + 1)..].ToString()) != RiskTier.Read))
            {
                return false;
            }
        }

        return true;
    }

    // A page that takes a query is a program: deleteobject.htm?id=5.
    private static bool IsAsked(HttpCall call, ReadOnlySpan<char> last) => call.Target.Url.Query.Length > 1 && (last.EndsWith(".htm") || last.EndsWith(".html"));

    private static readonly FrozenSet<string> Owners = FrozenSet.ToFrozenSet(["repos", "repositories", "projects", "applications", "packages", "charts", "images", "modules", "pipelines", "workflows"]);

    private static readonly FrozenSet<string> Contents = FrozenSet.ToFrozenSet(
        ["commits", "tags", "branches", "tree", "repository", "issues", "pulls", "releases", "contents", "merge_requests", "pull-requests", "resource-tree", "manifests", "blobs", "files", "versions", "contributors", "readme", "languages", "members"]);

    /// <summary>True for the part of a path that asks for a record of what was done.</summary>
    public static bool IsRecord(string part) => Records.Contains(part);

    /// <summary>Judges the path of a request whose method only reads.</summary>
    /// <param name="call">The request.</param>
    /// <param name="path">Its path without percent signs.</param>
    /// <param name="findings">Where to say what was found.</param>
    public static void Judge(HttpCall call, string path, HttpFindings findings)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        if ((IsManual(call.Target.Url.IdnHost) && (call.Target.Url.Query.Length <= 1 || (IsView(call.Target.Url.Query) && !HasNumber(trimmed)))) || IsListing(trimmed) || Orders.KnownReads.EndsInName(path) || Orders.KnownReads.IsSaidByQuery(call, path))
        {
            return;
        }

        var last = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        if (IsStored(call, last))
        {
            return;
        }

        var file = IsTextFile(last) || IsInstaller(call, trimmed);
        if (file && (trimmed.Contains("/blob/", StringComparison.Ordinal) || trimmed.Contains("/raw/", StringComparison.Ordinal)))
        {
            return;
        }

        var reading = IsReading(call, trimmed);
        var records = RecordsFrom(trimmed);
        var count = 0;
        foreach (var range in trimmed.Split('/'))
        {
            var segment = trimmed[range];
            if (segment.IsEmpty)
            {
                continue;
            }

            if (++count > MaxSegments)
            {
                findings.Raise(RiskTier.ServiceMutation, "the path has more parts than anybody reads");
                return;
            }

            var ends = range.End.GetOffset(trimmed.Length) == trimmed.Length;
            if (ends && segment is "truncate" && ShortensText(call.Target.Url.Query))
            {
                continue;
            }

            if (reading || (file && ends) || (ends && segment.Contains('.') && IsMetric(trimmed[..range.Start.GetOffset(trimmed.Length)])) || (segment.Contains('-') && (range.End.GetOffset(trimmed.Length) < records || IsNamed(trimmed[..range.Start.GetOffset(trimmed.Length)], trimmed[range.End.GetOffset(trimmed.Length)..]))))
            {
                Plainest(segment, file && ends, findings);
            }
            else
            {
                Segment(segment, ends, findings);
                BeforeNumber(segment, trimmed[range.End.GetOffset(trimmed.Length)..].TrimStart('/'), findings);
            }

            if (ends && !file && call.Target.Url.Query.Length > 1)
            {
                findings.Raise(MutationWords.OfSegmentWithQuery(Bare(segment)), $"the path says '{segment.ToString()}'");
            }
        }
    }

    // Where the record of something begins: delete-old-branches/builds/last, purge-logs/runs/17/steps; -1 when the path asks for none.
    private static int RecordsFrom(ReadOnlySpan<char> path)
    {
        var from = -1;
        var rest = path;
        for (var at = rest.LastIndexOf('/'); at > 0; at = rest.LastIndexOf('/'))
        {
            var part = rest[(at + 1)..];
            var record = Records.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part);
            if (!record && !(part.Length is > 0 and < 20 && !part.ContainsAnyExceptInRange('0', '9')) && !RecordParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part))
            {
                break;
            }

            from = record ? at + 1 : from;
            rest = rest[..at];
        }

        return from;
    }

    // repos/reboot-tool/commits, repositories/acme/kill-idle/tags, branches/fix/remove-legacy-dns: what somebody called a thing whose contents are asked for.
    private static bool IsNamed(ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        var owner = Last(before.TrimEnd('/'), out var earlier);
        var ownerOfOwner = Last(earlier.TrimEnd('/'), out _);
        if (owner is "branches" || (ownerOfOwner is "branches" && behind.IsEmpty))
        {
            return true;
        }

        var content = behind.TrimStart('/');
        content = content.IndexOf('/') is > 0 and var end ? content[..end] : content;
        return Contents.GetAlternateLookup<ReadOnlySpan<char>>().Contains(content)
            && (Owners.GetAlternateLookup<ReadOnlySpan<char>>().Contains(owner) || (Owners.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ownerOfOwner) && !owner.ContainsAnyInRange('0', '9')));
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> path, out ReadOnlySpan<char> before)
    {
        var at = path.LastIndexOf('/');
        before = at < 0 ? [] : path[..at];
        return path[(at + 1)..];
    }

    // What an object store keeps is called what its owner likes.
    private static bool IsStored(HttpCall call, ReadOnlySpan<char> last)
    {
        var dot = last.LastIndexOf('.');
        return dot > 0 && (IsTextFile(last) || last[(dot + 1)..] is "json" or "xml" or "jsonl" or "ndjson" or "parquet" or "avro" or "orc" or "bak" or "sql" or "db" or "bin" or "dat" or "iso" or "img" or "exe" or "dmg" or "apk" or "war" or "7z" or "zst" or "lz4")
            && Apis.ObjectStores.IsHost(call.Target.Url.IdnHost.TrimEnd('.').ToLowerInvariant());
    }

    // jvm.gc.pause and process.start.time are measured.
    private static bool IsMetric(ReadOnlySpan<char> before) => before.EndsWith("/metrics/", StringComparison.Ordinal);

    // /truncate?text=…&length=10 is a function of texts.
    private static bool ShortensText(string query)
    {
        foreach (var range in query.AsSpan().TrimStart('?').Split('&'))
        {
            var field = query.AsSpan().TrimStart('?')[range];
            var equals = field.IndexOf('=');
            if (equals <= 0 || !TextFields.GetAlternateLookup<ReadOnlySpan<char>>().Contains(field[..equals]))
            {
                return false;
            }
        }

        return query.Length > 1;
    }

    // Whoever asks for a text asks for no deed, unless the name is the bare order: /wiki/delete/HomePage, delete.html.
    private static void Plainest(ReadOnlySpan<char> segment, bool file, HttpFindings findings)
    {
        var dot = segment.LastIndexOf('.');
        if (file && segment[(dot + 1)..] is not ("html" or "htm" or "js" or "mjs"))
        {
            return;
        }

        Raise(MutationWords.OfOrder(file ? segment[..dot] : segment), segment, findings);
    }

    private static void BeforeNumber(ReadOnlySpan<char> segment, ReadOnlySpan<char> rest, HttpFindings findings)
    {
        if (rest.Length is > 0 and < 20 && !rest.ContainsAnyExceptInRange('0', '9'))
        {
            Raise(MutationWords.OfSegmentBeforeNumber(segment), segment, findings);
        }
    }

    private static void Segment(ReadOnlySpan<char> segment, bool last, HttpFindings findings)
    {
        // A;jsessionid=…, delete.php, reset() and _flush are A, delete, reset and flush to the server.
        var parameter = segment.IndexOfAny(';', '(');
        var word = Bare(parameter <= 0 ? segment : segment[..parameter]).TrimStart('_');
        Raise(MutationWords.OfSegment(word, last), word, findings);
        if (parameter >= 0 && segment[parameter] == ';')
        {
            QueryRules.Judge(segment[(parameter + 1)..], "", findings);
        }

        var lead = Lead(segment);
        if (lead.Length > 0 && lead.Length < segment.Length)
        {
            Raise(MutationWords.OfOrder(lead), lead, findings);
        }
    }

    // " delete", "(delete)", "delete,1" and "delete~1" are delete to one server or another.
    private static ReadOnlySpan<char> Lead(ReadOnlySpan<char> segment)
    {
        var start = 0;
        while (start < segment.Length && !char.IsAsciiLetterOrDigit(segment[start]))
        {
            start++;
        }

        var end = start;
        while (end < segment.Length && (char.IsAsciiLetterOrDigit(segment[end]) || segment[end] is '-' or '_'))
        {
            end++;
        }

        return segment[start..end];
    }

    private static void Raise(RiskTier tier, ReadOnlySpan<char> word, HttpFindings findings)
    {
        if (tier != RiskTier.Read)
        {
            findings.Raise(tier, $"the path says '{word.ToString()}'");
        }
    }

    /// <summary>A segment without the ending that says what program answers.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> segment)
    {
        var dot = segment.LastIndexOf('.');
        return dot > 0 && segment[(dot + 1)..] is "php" or "do" or "action" or "asp" or "aspx" or "ashx" or "jsp" or "cgi" or "pl" or "json" or "xml" or "jsf" or "svc" or "cfm" or "lua" or "jspa" or "fcgi" or "esp" or "goform" or "htm" or "html" ? segment[..dot] : segment;
    }

    private static bool IsTextFile(ReadOnlySpan<char> last)
    {
        var dot = last.LastIndexOf('.');
        return dot > 0 && TextFiles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last[(dot + 1)..]) && !last.Contains(';');
    }

    private static bool IsManual(string host) => ReadingSites.Contains(host) || host.EndsWith(".npmjs.org", StringComparison.OrdinalIgnoreCase) || IsReadingHost(ManualHosts, host.AsSpan(0, Math.Max(host.IndexOf('.', StringComparison.Ordinal), 0)));

    // Jobs and files may be called anything, and these ways to ask for them do nothing to them.
    private static bool IsListing(ReadOnlySpan<char> path) =>
        (path.StartsWith("/job/", StringComparison.Ordinal) && (path.EndsWith("/api/json", StringComparison.Ordinal) || path.EndsWith("/api/xml", StringComparison.Ordinal) || path.EndsWith("/consoleText", StringComparison.Ordinal)))
        || (path.StartsWith("/api/v4/projects/", StringComparison.Ordinal) && path.Contains("/repository/files/", StringComparison.Ordinal));

    // docs.example.com, s3-docs.example.com.
    private static bool IsReadingHost(FrozenSet<string> hosts, ReadOnlySpan<char> label)
    {
        foreach (var range in label.Split('-'))
        {
            if (hosts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label[range]))
            {
                return true;
            }
        }

        return false;
    }

    // Documentation speaks of deleting and restarting all the time. It takes no query and has no numbered objects.
    private static bool IsReading(HttpCall call, ReadOnlySpan<char> path)
    {
        if (call.Target.Url.Query.Length > 1)
        {
            return false;
        }

        var host = call.Target.Url.IdnHost;
        if (IsReadingHost(ReadingHosts, host.AsSpan(0, Math.Max(host.IndexOf('.', StringComparison.Ordinal), 0))))
        {
            return true;
        }

        var places = 0;
        var place = 0;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (!segment.IsEmpty && !segment.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            places += !segment.IsEmpty && ++place <= 2 && Readings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment) ? 1 : 0;
        }

        return places > 0;
    }
}
