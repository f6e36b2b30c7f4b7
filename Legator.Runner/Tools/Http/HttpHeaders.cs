using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails;

namespace Legator.Runner.Tools.Http;

/// <summary>Which headers of a model are sent. What carries identity, names another host, or speaks to a proxy or a cloud's metadata service is dropped.</summary>
internal static partial class HttpHeaders
{
    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
    [
        "Authorization", "Proxy-Authorization", "Cookie", "Host", "Connection", "Keep-Alive", "Content-Length", "Content-Type", "Transfer-Encoding",
        "TE", "Trailer", "Upgrade", "Via", "Forwarded", "X-Real-IP", "Metadata", "Metadata-Flavor", "X-API-Key", "Api-Key", "X-Auth-Token", "X-Vault-Token", "X-Vault-Request",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] DroppedPrefixes = ["X-Forwarded-", "X-Aws-", "X-Amz-", "X-Ms-", "X-Google-", "Sec-", "Proxy-", "Impersonate-", "X-Remote-"];

    /// <summary>The headers that are sent.</summary>
    /// <exception cref="ToolInputException">A name or value is malformed.</exception>
    public static IReadOnlyDictionary<string, string> Sent(IReadOnlyDictionary<string, string>? asked)
    {
        var sent = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in asked ?? new Dictionary<string, string>())
        {
            if (!Token().IsMatch(name) || value is null || value.Any(char.IsControl) || !sent.TryAdd(name, value))
            {
                throw new ToolInputException(GuardrailReason.InvalidArguments, $"The header '{name}' is malformed or there twice.", "Write each header once, name and value in one line.");
            }

            if (Dropped.Contains(name) || DroppedPrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            {
                sent.Remove(name);
            }
        }

        return sent;
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~\-]{1,64}\z")]
    private static partial Regex Token();
}
