using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Runner.Tools.Http;

/// <summary>Which of a model's headers are sent. What carries identity, names another host, or speaks to a proxy is dropped, and the model is told so.</summary>
/// <param name="Sent">Headers by name.</param>
/// <param name="Dropped">Names of those that are not sent.</param>
internal sealed record HttpHeaders(IReadOnlyDictionary<string, string> Sent, IReadOnlyList<string> Dropped)
{
    private static readonly FrozenSet<string> Never = FrozenSet.ToFrozenSet(
    [
        "Host", "Connection", "Keep-Alive", "Content-Length", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "HTTP2-Settings", "Expect", "Via", "Forwarded", "X-Real-IP", "Accept-Encoding", "Content-Encoding",
        "True-Client-IP", "X-Client-IP", "Client-IP", "Metadata", "Metadata-Flavor", "Api-Key", "X-Api", "X-Vault-Request", "X-Vault-Namespace",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NeverBeginning = ["X-Forwarded-", "X-Original-", "X-Aws-", "X-Amz-", "X-Ms-", "X-Google-", "X-Goog-", "Sec-", "Proxy-", "Impersonate-", "X-Remote-", "Remote-", "CF-", "Tailscale-"];

    /// <summary>Sorts a model's headers.</summary>
    public static HttpHeaders Of(IReadOnlyDictionary<string, string>? asked)
    {
        var all = asked ?? new Dictionary<string, string>();
        return new HttpHeaders(
            all.Where(h => IsSent(h.Key)).ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase),
            [.. all.Keys.Where(n => !IsSent(n)).Order(StringComparer.OrdinalIgnoreCase)]);
    }

    private static bool IsSent(string name) =>
        !Never.Contains(name)
        && !NeverBeginning.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase))
        && !CredentialHeaders.Are(name);
}
