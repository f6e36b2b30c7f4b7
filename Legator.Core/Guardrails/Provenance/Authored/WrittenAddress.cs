namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>An address, or the path of one, as people wrote it.</summary>
/// <param name="Authority">Host and port; null where only a path stands there.</param>
/// <param name="Segments">The parts of its path.</param>
/// <param name="Query">The pairs of its query.</param>
internal sealed record WrittenAddress(string? Authority, IReadOnlyList<string> Segments, IReadOnlyList<string> Query)
{
    /// <summary>Whether a slash ends the path.</summary>
    public bool EndsOpen { get; private init; }

    /// <summary>Takes apart what stands behind the host.</summary>
    public static WrittenAddress Of(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        var authority = scheme < 0 ? null : end < 0 ? rest : rest[..end];
        var path = scheme < 0 ? rest : end < 0 ? "" : rest[end..];
        path = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sharp ? path[..sharp] : path;
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? [] : path[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        return new WrittenAddress(authority, [.. (mark < 0 ? path : path[..mark]).Trim('/').Split('/').Where(s => s.Length > 0)], query) { EndsOpen = (mark < 0 ? path : path[..mark]) is { Length: > 1 } whole && whole[^1] == '/' };
    }

    /// <summary>True where this is the path, with something fit for every place that people left open.</summary>
    public bool Covers(IReadOnlyList<string> segments, Func<string, bool> fits) =>
        segments.Count == Segments.Count && Segments.Index().All(s => s.Item.Equals(segments[s.Index], StringComparison.Ordinal) || (IsOpen(s.Item) && fits(segments[s.Index])));

    /// <summary>True for a part that stands for others: <c>{id}</c>, <c>NAME</c>, <c>:id</c>, <c>*</c>.</summary>
    public static bool IsOpen(string part) => part.Length > 0
        && ((part[0] is '{' or '<' or '$' && part[^1] is '}' or '>') || (part[0] == ':' && part.Length > 1) || part is "*" or "…" or "..."
            || (part.Length > 1 && !part.AsSpan().ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ_-") && char.IsAsciiLetterUpper(part[0])));
}
