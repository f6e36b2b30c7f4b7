using System.Net;
using System.Text.RegularExpressions;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>A refusal that a token, or a token of more scopes, may change.</summary>
/// <param name="Metadata">Where the server describes itself; null when it does not say.</param>
/// <param name="Scopes">What the token needs; empty when it does not say.</param>
/// <param name="IsStepUp">True when the token is good and has too few scopes.</param>
internal sealed partial record OAuthChallenge(string? Metadata, IReadOnlyList<string> Scopes, bool IsStepUp)
{
    private const int Longest = 4096;
    private const int MostScopes = 100;

    /// <returns>Null when another token would not help.</returns>
    public static OAuthChallenge? Of(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            return null;
        }

        var said = Read(response.Headers.WwwAuthenticate.FirstOrDefault(w => w.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))?.Parameter ?? "");
        var stepUp = response.StatusCode == HttpStatusCode.Forbidden;
        return stepUp && said.GetValueOrDefault("error") != "insufficient_scope" ? null
            : new OAuthChallenge(said.GetValueOrDefault("resource_metadata"), Split(said.GetValueOrDefault("scope")), stepUp);
    }

    /// <summary>The scopes of a list with blanks between them.</summary>
    public static IReadOnlyList<string> Split(string? scopes) => [.. (scopes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostScopes)];

    private static Dictionary<string, string> Read(string parameters)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(parameters.Length > Longest ? "" : parameters))
        {
            read.TryAdd(match.Groups["name"].Value, match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value);
        }

        return read;
    }

    [GeneratedRegex("""(?<name>[a-z_]+)\s*=\s*(?:"(?<quoted>[^"\\]*)"|(?<plain>[^\s,"]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
