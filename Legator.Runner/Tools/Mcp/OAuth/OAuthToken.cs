using System.Text.Json;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>A token that was given.</summary>
/// <param name="Access">What the server is shown.</param>
/// <param name="Refresh">Gets the next one; null where there is none.</param>
/// <param name="Given">When it was given.</param>
/// <param name="Renew">When the next one should be got; null when the authorization server does not say how long it is good.</param>
/// <param name="Expires">When it is good no longer; null when that is not known.</param>
internal sealed record OAuthToken(string Access, string? Refresh, DateTimeOffset Given, DateTimeOffset? Renew, DateTimeOffset? Expires)
{
    private static readonly TimeSpan MostMargin = TimeSpan.FromSeconds(60);

    /// <summary>True once the server took it: then a refusal means that it is good no longer, and not that it never was.</summary>
    public bool WasTaken { get; set; }

    /// <exception cref="McpProblemException">It is none that can be sent.</exception>
    public static OAuthToken Of(JsonElement answer, DateTimeOffset now)
    {
        if (OAuthJson.Text(answer, "token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new McpProblemException($"The authorization server gives tokens of type '{McpText.Line(type, 40)}', and bearer tokens are known only.");
        }

        // What is sent in a header may not begin another one.
        var access = OAuthJson.Text(answer, "access_token");
        if (access is null || access.Any(c => c is <= ' ' or > '~'))
        {
            throw new McpProblemException("The authorization server gives no token that can be sent.");
        }

        var good = OAuthJson.Seconds(answer, "expires_in");
        var margin = good / 10 < MostMargin ? good / 10 : MostMargin;
        return new OAuthToken(access, OAuthJson.Text(answer, "refresh_token"), now, now + good - margin, now + good);
    }

    public override string ToString() => "token";
}
