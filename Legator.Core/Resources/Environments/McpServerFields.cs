using Legator.Core.Scheduling;

namespace Legator.Core.Resources.Environments;

/// <summary>What is wrong with the MCP servers of an environment, as far as the environment alone can tell.</summary>
public static class McpServerFields
{
    private static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Everything that is wrong, each as <c>field: what and how to mend it</c>.</summary>
    public static IEnumerable<string> Problems(LegatorEnvironmentSpec spec) =>
        spec.McpServers.SelectMany(server => Problems($"spec.mcpServers.{server.Key}", server.Value, spec));

    private static IEnumerable<string> Problems(string field, McpServerSpec server, LegatorEnvironmentSpec spec)
    {
        if (server.Endpoint is null == server.Command is null)
        {
            yield return $"{field}: a server is either reached by endpoint or started by command: set exactly one of them";
        }

        if (server.Endpoint is { } endpoint && !IsUrl(endpoint))
        {
            yield return $"{field}.endpoint: '{endpoint}' is not a URL: write an absolute one such as https://host:8443/mcp";
        }

        if (server.Endpoint is not null && server.Args.Count + server.Env.Count + server.CredentialEnv.Count > 0)
        {
            yield return $"{field}: args, env and credentialEnv belong to a server that is started by command: remove them";
        }

        if (server.Command is not null && server.Credential is not null)
        {
            yield return $"{field}.credential: a server that is started takes credentials by credentialEnv: move it there";
        }

        if (server.Oauth is { } oauth && (server.Command is not null || server.Credential is not null || !oauth.Servers.All(IsUrl) || !IsUrl(oauth.Identity?.Server ?? "https://none")))
        {
            yield return $"{field}.oauth: is for an endpoint without a credential of its own, and its servers are URLs of authorization servers, that of identity of an identity provider";
        }

        if (server.Oauth is { Grant: McpOAuthGrant.ClientCredentials, Credential: null })
        {
            yield return $"{field}.oauth.grant: client-credentials needs a client: name its credential in {field}.oauth.credential";
        }

        foreach (var name in server.CredentialEnv.Values.Append(server.Credential).Append(server.Oauth?.Credential).Append(server.Oauth?.Identity?.Credential).OfType<string>().Where(name => !spec.Credentials.ContainsKey(name)).Distinct(StringComparer.Ordinal))
        {
            yield return $"{field}: there is no credential '{name}': add it to spec.credentials";
        }

        if (!GoDuration.TryParse(server.Timeout, out var timeout, out var error) || timeout <= TimeSpan.Zero || timeout > MostTimeout)
        {
            yield return $"{field}.timeout: {(error.Length > 0 ? error : $"'{server.Timeout}' is not more than 0 and at most 5m")}";
        }
    }

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0;
}
