using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>A URL that a tool may be asked to call, read strictly: what two parsers could understand in two ways is refused.</summary>
public sealed partial record HttpTarget
{
    private HttpTarget(Uri url) => Url = url;

    /// <summary>The URL in canonical form, without a fragment.</summary>
    public Uri Url { get; }

    /// <summary>Scheme, host and port, lower-case; the port of the scheme is left out.</summary>
    public string Origin => OriginOf(Url);

    /// <summary>Scheme, host and port of a URL, in the form that <see cref="Origin"/> has.</summary>
    public static string OriginOf(Uri url)
    {
        var host = HostAddress.Read(url.IdnHost)?.ToString() ?? url.IdnHost.TrimEnd('.').ToLowerInvariant();
        var bracketed = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return $"{url.Scheme}://{bracketed}{(url.IsDefaultPort ? "" : $":{url.Port}")}";
    }

    /// <summary>Reads a URL.</summary>
    /// <param name="text">The URL as it was asked for.</param>
    /// <param name="target">The target when it could be read.</param>
    /// <param name="problem">What is wrong with it otherwise, in words for whoever asked.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out HttpTarget? target, [NotNullWhen(false)] out string? problem)
    {
        target = null;
        problem = Problem(text);
        if (problem is not null)
        {
            return false;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            problem = "The URL cannot be read.";
            return false;
        }

        // A server may resolve dots that are written with per cent signs, and then serve a path that no pattern saw.
        if (Uri.UnescapeDataString(url.AbsolutePath).Split('/').Any(segment => segment is "." or ".."))
        {
            problem = "Write the path without '.' and '..' segments.";
            return false;
        }

        target = new HttpTarget(new UriBuilder(url) { Fragment = "" }.Uri);
        return true;
    }

    private static string? Problem(string text)
    {
        var authority = Authority().Match(text);
        if (!authority.Success)
        {
            return "Write an absolute URL that begins with http:// or https://.";
        }

        if (text.Length > 4096 || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\'))
        {
            return "The URL is longer than 4096 characters, or holds white space, control characters or backslashes.";
        }

        var host = authority.Groups["authority"].Value;
        return host.Contains('@', StringComparison.Ordinal) ? "A URL may not carry a user name or password; credentials belong to the environment."
            : !PlainHost().IsMatch(host) ? "Write the host as a plain name or address; international names in their xn-- form."
            : null;
    }

    [GeneratedRegex(@"^https?://(?<authority>[^/?#]*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Authority();

    [GeneratedRegex(@"^([a-z0-9_.\-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PlainHost();
}
