namespace Legator.Runner.Tests.Tools.Aws;

/// <summary>A request that was signed as it should be.</summary>
/// <param name="Service">Service that it was signed for.</param>
/// <param name="Region">Region that it was signed for.</param>
/// <param name="Method">Method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Operation">What the header says that it calls.</param>
/// <param name="Body">Body.</param>
public sealed record AwsCall(string Service, string Region, string Method, string Target, string Operation, string Body)
{
    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, string> Form => Fields(Body);

    /// <summary>The same in one way of writing, so that two clients can be compared.</summary>
    public string Plain
    {
        get
        {
            var (path, query) = (Target.Split('?')[0], Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "");
            var body = Body.StartsWith('{') ? Sorted(System.Text.Json.Nodes.JsonNode.Parse(Body)!) : string.Join('&', Fields(Body).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
            var words = new[] { Service, Region, Method, path.TrimEnd('/'), string.Join('&', Fields(query).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")), Operation, body };
            return string.Join(' ', words.Where(w => w.Length > 0));
        }
    }

    private static Dictionary<string, string> Fields(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).ToDictionary(f => Uri.UnescapeDataString(f[0]), f => Uri.UnescapeDataString(f.ElementAtOrDefault(1) ?? "").Replace('+', ' '));

    private static string Sorted(System.Text.Json.Nodes.JsonNode node) => node is System.Text.Json.Nodes.JsonObject members
        ? $"{{{string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Sorted(m.Value!)}"))}}}"
        : node is System.Text.Json.Nodes.JsonArray list ? $"[{string.Join(',', list.Select(i => Sorted(i!)))}]" : node.ToJsonString();
}
