using Legator.Core.Actions.Classification.Http;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Where a run may sign in: at the URLs that the environment names, and where it names none at the server's own origin. What a server says of its authorization servers is held against it.</summary>
internal sealed class OAuthPlaces
{
    private OAuthPlaces(HttpTarget server, IReadOnlyList<HttpTarget> named)
    {
        Server = server;
        IsNamed = named.Count > 0;
        Allowed = IsNamed ? named : [HttpTarget.TryRead(server.Origin, out var own, out _) ? own : server];
    }

    /// <summary>The server.</summary>
    public HttpTarget Server { get; }

    /// <summary>The authorization servers that may be asked.</summary>
    public IReadOnlyList<HttpTarget> Allowed { get; }

    /// <summary>True when the environment names them.</summary>
    public bool IsNamed { get; }

    /// <exception cref="McpProblemException">A URL of the environment cannot be read.</exception>
    public static OAuthPlaces Of(HttpTarget server, IReadOnlyList<string> named) =>
        new(server, [.. named.Select(url => HttpTarget.TryRead(url, out var target, out var problem) ? target : throw new McpProblemException($"Its authorization server cannot be called. {problem}"))]);

    /// <summary>True for an authorization server at or below one that is allowed. A name with a path is one tenant of many, and does not stand for the others.</summary>
    public bool Allows(string authority) => HttpTarget.TryRead(authority, out var target, out _) && Allowed.Any(allowed => target.IsWithin(allowed.Url));

    /// <summary>True when the environment names this very authorization server.</summary>
    public bool Names(string authority) => Allowed.Any(allowed => IsSame(allowed.Url.AbsoluteUri, authority));

    /// <summary>Where an authorization server of these says that something is. Its endpoints may lie on another of the origins, and on none besides.</summary>
    /// <exception cref="McpProblemException">It is elsewhere.</exception>
    public Uri Endpoint(string url)
    {
        if (!HttpTarget.TryRead(url, out var target, out var problem))
        {
            throw new McpProblemException($"Its authorization server names an address that cannot be called. {problem}");
        }

        return Allowed.Any(allowed => allowed.Origin == target.Origin) ? target.Url : throw new McpProblemException($"Its authorization server leads to {target.Origin}, and {Words()}.");
    }

    /// <summary>What is allowed, for people.</summary>
    public string Words() => IsNamed ? $"the environment names {string.Join(", ", Allowed.Select(a => a.Url.AbsoluteUri.TrimEnd('/')))} only" : $"the environment names no authorization server, which means {Server.Origin} only";

    /// <summary>Identifiers are compared letter by letter, but for the slash that some write at the end.</summary>
    public static bool IsSame(string one, string other) => one.TrimEnd('/') == other.TrimEnd('/');
}
