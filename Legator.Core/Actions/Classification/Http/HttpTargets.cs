namespace Legator.Core.Actions.Classification.Http;

/// <summary>The spellings of a URL that globs may use.</summary>
internal static class HttpTargets
{
    /// <summary>The target of a request.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="kinds">Words that a sheet must name for a delicate read.</param>
    public static CanonicalTarget Of(HttpTarget target, IReadOnlyList<string> kinds)
    {
        var rest = target.Url.PathAndQuery;
        var text = target.Origin + rest;
        if (!rest.Contains('%', StringComparison.Ordinal) && !rest.Contains("//", StringComparison.Ordinal))
        {
            return new CanonicalTarget(text) { KindNames = kinds };
        }

        var plain = HttpText.Unescape(rest);
        return new CanonicalTarget(text)
        {
            Spellings = [.. new[] { text, target.Origin + plain, target.Origin + Folded(plain) }.Distinct(StringComparer.Ordinal)],
            KindNames = kinds,
        };
    }

    // A server that folds slashes would serve the same object under this spelling.
    private static string Folded(string path)
    {
        while (path.Contains("//", StringComparison.Ordinal))
        {
            path = path.Replace("//", "/", StringComparison.Ordinal);
        }

        return path;
    }
}
