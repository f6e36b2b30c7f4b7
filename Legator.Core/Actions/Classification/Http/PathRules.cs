using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Requests whose method only reads while their path says that something is changed: <c>/users/5/delete</c>, <c>/admin/shutdown</c>, <c>/bot/sendMessage</c>.</summary>
internal static class PathRules
{
    private const int MaxSegments = 200;

    // Read as text by whoever asks for them, whatever they are called.
    private static readonly FrozenSet<string> TextFiles = FrozenSet.ToFrozenSet(
        ("html htm md txt rst adoc pdf png jpg jpeg gif svg ico css js mjs ts tsx jsx map go py rb rs java kt cs c h cc cpp sh yaml yml toml lock sum mod tf woff woff2 ttf gz tgz zip xz bz2 tar whl deb rpm "
        + "jar sig asc sha256 log csv tsv webp mp4 wasm").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Readings = FrozenSet.ToFrozenSet(
        ["docs", "doc", "documentation", "reference", "manual", "manuals", "man", "guide", "guides", "tutorial", "tutorials", "wiki", "blog", "help", "learn", "kb", "articles", "questions", "handbook"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ReadingHosts = FrozenSet.ToFrozenSet(
    [
        "docs", "doc", "documentation", "developer", "developers", "wiki", "help", "learn", "man", "manual", "kb", "blog", "handbook", "pypi", "registry", "stackoverflow", "raw", "pkg",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges the path of a request whose method only reads.</summary>
    /// <param name="call">The request.</param>
    /// <param name="path">Its path without percent signs.</param>
    /// <param name="findings">Where to say what was found.</param>
    public static void Judge(HttpCall call, string path, HttpFindings findings)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        var last = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        if (IsTextFile(last) || IsReading(call, trimmed))
        {
            return;
        }

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
            Segment(segment, ends, findings);
            if (ends && call.Target.Url.Query.Length > 1)
            {
                findings.Raise(MutationWords.OfSegmentWithQuery(Bare(segment)), $"the path says '{segment.ToString()}'");
            }
        }
    }

    private static void Segment(ReadOnlySpan<char> segment, bool last, HttpFindings findings)
    {
        // A;jsessionid=…, delete.php, reset() and _flush are A, delete, reset and flush to the server.
        var parameter = segment.IndexOfAny(';', '(');
        var word = Bare(parameter <= 0 ? segment : segment[..parameter]).TrimStart('_');
        var tier = MutationWords.OfSegment(word, last);
        if (tier != RiskTier.Read)
        {
            findings.Raise(tier, $"the path says '{word.ToString()}'");
        }
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> segment)
    {
        var dot = segment.LastIndexOf('.');
        return dot > 0 && segment[(dot + 1)..] is "php" or "do" or "action" or "asp" or "aspx" or "ashx" or "jsp" or "cgi" or "pl" or "json" or "xml" or "jsf" or "svc" or "cfm" ? segment[..dot] : segment;
    }

    private static bool IsTextFile(ReadOnlySpan<char> last)
    {
        var dot = last.LastIndexOf('.');
        return dot > 0 && TextFiles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last[(dot + 1)..]) && !last.Contains(';');
    }

    // docs.example.com, s3-docs.example.com.
    private static bool IsReadingHost(ReadOnlySpan<char> label)
    {
        foreach (var range in label.Split('-'))
        {
            if (ReadingHosts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label[range]))
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
        if (IsReadingHost(host.AsSpan(0, Math.Max(host.IndexOf('.', StringComparison.Ordinal), 0))))
        {
            return true;
        }

        var places = 0;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (!segment.IsEmpty && !segment.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            places += Readings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment) ? 1 : 0;
        }

        return places > 0;
    }
}
