using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>A URL that a tool may be asked to call, read strictly: what two parsers could understand in two ways is refused.</summary>
public sealed record HttpTarget
{
    private const int MaxLength = 8192;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("abcdefABCDEF0123456789:.");

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("abcdefxABCDEFX0123456789.:");

    private HttpTarget(Uri url)
    {
        Url = url;
        Origin = OriginOf(url);
    }

    /// <summary>The URL in canonical form, without a fragment.</summary>
    public Uri Url { get; }

    /// <summary>Scheme, host and port, lower-case; the port of the scheme is left out.</summary>
    public string Origin { get; }

    /// <summary>Scheme, host and port of a URL, in the form that <see cref="Origin"/> has.</summary>
    public static string OriginOf(Uri url)
    {
        var host = HostAddress.Read(url.IdnHost)?.ToString() ?? url.IdnHost.TrimEnd('.').ToLowerInvariant();
        var bracketed = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return url.IsDefaultPort ? $"{url.Scheme}://{bracketed}" : $"{url.Scheme}://{bracketed}:{url.Port}";
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

        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0 && SentSecrets.Holds(text[fragment..]))
        {
            problem = $"The part of the URL behind '#' holds what is a credential by its form. {SentSecrets.Remedy}";
            return false;
        }

        if (!Uri.TryCreate(fragment < 0 ? text : text[..fragment], UriKind.Absolute, out var url) || url.IdnHost.Length == 0)
        {
            problem = "The URL cannot be read.";
            return false;
        }

        // A server may resolve dots that are written with per cent signs, and then serve a path that no pattern saw.
        if (HidesSegments(url.AbsolutePath))
        {
            problem = "Write the path without '.' and '..' segments, control characters and backslashes.";
            return false;
        }

        target = new HttpTarget(url);
        return true;
    }

    /// <summary>True when this URL lies at or below another one: same origin, and a path that begins with all of the other's segments, however loosely a server reads it.</summary>
    /// <param name="endpoint">The other URL; its query counts for nothing.</param>
    public bool IsWithin(Uri endpoint)
    {
        var prefix = endpoint.AbsolutePath.TrimEnd('/');
        var path = Url.AbsolutePath;
        return OriginOf(endpoint) == Origin
            && (prefix.Length == 0 || (path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/') && !Climbs(path[prefix.Length..])));
    }

    // Wide dots and slashes, dots before blanks, and %u002e are dots to some servers.
    private static bool Climbs(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal))
        {
            return false;
        }

        var plain = HttpText.Unescape(path).Replace('\uFF0E', '.').Replace('\u2024', '.').Replace('\uFE52', '.').Replace('\u3002', '.');
        return plain.Contains("%u", StringComparison.OrdinalIgnoreCase) || plain.Split('/', '\\', '\uFF0F', '\u2215', '\u2044', '\uFF3C').Any(s => s.Split(';')[0].Trim() is "." or "..");
    }

    private static bool HidesSegments(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal) && !path.Contains(';', StringComparison.Ordinal))
        {
            return false;
        }

        // %c0%ae is a dot to whoever reads UTF-8 loosely.
        if (path.Contains("%c0%", StringComparison.OrdinalIgnoreCase) || path.Contains("%e0%80%", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var plain = HttpText.Unescape(path);
        return plain.Any(c => char.IsControl(c) || c == '\\') || plain.Split('/').Any(segment => segment.Split(';')[0] is "." or "..");
    }

    private static string? Problem(string text)
    {
        var scheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (scheme == 0)
        {
            return "Write an absolute URL that begins with http:// or https://.";
        }

        if (text.Length > MaxLength || IsAmbiguous(text))
        {
            return $"The URL is longer than {MaxLength} characters, or holds white space, control characters, backslashes or invisible characters.";
        }

        var rest = text.AsSpan(scheme);
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        return authority.Contains('@') ? "A URL may not carry a user name or password; credentials belong to the environment."
            : HasLeadingZero(authority) ? "Write the numbers of an address without zeros in front: to some readers they are octal, to others not."
            : !IsPlain(authority) ? "Write the host as a plain name or address; international names in their xn-- form."
            : null;
    }

    // Query languages are full of blanks, which every client writes as %20; anywhere else a blank is a trap.
    private static bool IsAmbiguous(string text)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' || char.IsControl(c) || char.IsSurrogate(c)
                || (char.IsWhiteSpace(c) && !(c == ' ' && query >= 0 && i > query && i < text.Length - 1))
                || (c > 127 && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format))
            {
                return true;
            }
        }

        return false;
    }

    // 010.0.0.1 is 8.0.0.1 to one reader and 10.0.0.1 to the next.
    private static bool HasLeadingZero(ReadOnlySpan<char> authority)
    {
        if (authority.IsEmpty || !char.IsAsciiDigit(authority[0]) || authority.ContainsAnyExcept(NumberCharacters))
        {
            return false;
        }

        for (var i = 0; i + 1 < authority.Length && authority[i] != ':'; i++)
        {
            if (authority[i] == '0' && char.IsAsciiDigit(authority[i + 1]) && (i == 0 || authority[i - 1] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(ReadOnlySpan<char> authority)
    {
        var close = authority.LastIndexOf(']');
        var colon = authority[(close + 1)..].IndexOf(':');
        var host = colon < 0 ? authority : authority[..(close + 1 + colon)];
        var port = colon < 0 ? default : authority[(close + 1 + colon + 1)..];
        if (colon >= 0 && (port.Length is 0 or > 5 || port.ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        return host is ['[', .. var inner, ']']
            ? !inner.IsEmpty && !inner.ContainsAnyExcept(AddressCharacters)
            : !host.IsEmpty && !host.ContainsAnyExcept(NameCharacters) && !host.StartsWith(".") && !host.Contains("..", StringComparison.Ordinal);
    }
}
