namespace Legator.Core.Resources.Environments;

/// <summary>What an environment offers to agents, in the words in which they require it.</summary>
public static class Capabilities
{
    // These tools need nothing of the environment.
    private static readonly string[] Always = ["kubectl.read", "kubectl.write.safe", "kubectl.write.destructive", "http", "dns", "state"];

    /// <summary>The requirements that the environment does not meet. A requirement is met by the same words, a broader or a narrower one: kubectl and kubectl.read meet each other.</summary>
    public static IReadOnlyList<string> Missing(LegatorEnvironmentSpec environment, IReadOnlyList<string> required)
    {
        var offered = Offered(environment).ToList();
        return [.. required.Where(requirement => !offered.Exists(offer => Meets(offer, requirement) || Meets(requirement, offer)))];
    }

    private static IEnumerable<string> Offered(LegatorEnvironmentSpec environment) =>
    [
        .. Always,
        .. environment.Credentials.Values.Select(credential => credential.Type).Distinct().SelectMany(OfCredential),
        .. environment.McpServers.SelectMany(server => server.Value.Capabilities.Append($"mcp.{server.Key}")),
    ];

    private static IEnumerable<string> OfCredential(CredentialType type) => type switch
    {
        CredentialType.SshKey or CredentialType.VaultSshCa => ["ssh"],
        CredentialType.VaultDatabase => ["sql"],
        CredentialType.BasicAuth or CredentialType.VaultKv => ["ssh", "sql"],
        CredentialType.Aws => ["aws"],
        CredentialType.Azure => ["az", "azure"],
        _ => [],
    };

    private static bool Meets(string broad, string narrow) =>
        narrow.Equals(broad, StringComparison.Ordinal) || narrow.StartsWith(broad + ".", StringComparison.Ordinal);
}
