namespace Legator.Runner.Tools.Aws;

/// <summary>A request before it is signed.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path, percent-encoded.</param>
/// <param name="Query">Names and values of the query, not encoded.</param>
/// <param name="Headers">Headers by lower-case name.</param>
/// <param name="Body">Body; empty for none.</param>
internal sealed record AwsRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The query as it is sent and signed: sorted, and encoded in the one way that a signature knows.</summary>
    public string CanonicalQuery => string.Join('&', Query
        .Select(q => (Name: Uri.EscapeDataString(q.Key), Value: Uri.EscapeDataString(q.Value)))
        .OrderBy(q => q.Name, StringComparer.Ordinal).ThenBy(q => q.Value, StringComparer.Ordinal)
        .Select(q => $"{q.Name}={q.Value}"));
}
