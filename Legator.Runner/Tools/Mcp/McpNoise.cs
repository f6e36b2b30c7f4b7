namespace Legator.Runner.Tools.Mcp;

/// <summary>Takes out of an answer what is known to be said of every cluster and to mean nothing.</summary>
internal static class McpNoise
{
    private const string Analyzer = "k8sgpt";

    public static string Without(string server, string text)
    {
        if (!server.Equals(Analyzer, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var lines = text.Split('\n');
        var kept = lines.Where(line => !IsNoise(line)).ToList();
        return kept.Count == lines.Length ? text
            : kept.All(string.IsNullOrWhiteSpace) ? $"[all {lines.Length} lines were left out: they are said of every cluster]"
            : string.Join('\n', kept);
    }

    // The certificate map that no Pod uses by name, policies of an admission controller, and read-only Services of a database with one instance.
    private static bool IsNoise(string line) =>
        Holds(line, "kube-root-ca.crt") || (Holds(line, "kyverno") && Holds(line, "policy")) || (Holds(line, "-ro") && Holds(line, "no endpoints"));

    private static bool Holds(string line, string word) => line.Contains(word, StringComparison.OrdinalIgnoreCase);
}
