using System.Net.Http.Headers;
using System.Text;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp;

/// <summary>The credentials of the environment as servers take them: a header for those that are called, variables for those that are started.</summary>
internal static class McpCredentials
{
    private const string ApiKeyHeader = "X-API-Key";

    /// <summary>Puts the credential of a server on a request, in the place of whatever is there.</summary>
    /// <exception cref="HttpRequestException">The credential cannot be had, or is none that can be sent.</exception>
    public static async Task AuthorizeAsync(HttpRequestMessage request, McpServer server, RunScope scope, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = null;
        request.Headers.Remove(ApiKeyHeader);
        var name = server.Spec.Credential ?? server.Name;
        if (!scope.Credentials.TryGetValue(name, out var credential))
        {
            if (server.Spec.Credential is not null)
            {
                throw new HttpRequestException($"The environment has no credential '{name}'.");
            }

            return;
        }

        var fields = await OpenAsync(credential, message => new HttpRequestException(message), cancellationToken);
        if (!TryPut(request.Headers, credential.Type, fields))
        {
            throw new HttpRequestException($"The credential '{name}' is none that can be sent to an MCP server: it must be a bearer-token, token, api-key or basic-auth with its fields.");
        }
    }

    /// <summary>The variables of a server that is started.</summary>
    /// <exception cref="McpProblemException">A credential cannot be had, or has no secret.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> VariablesAsync(McpServer server, RunScope scope, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(server.Spec.Env, StringComparer.Ordinal);
        foreach (var (variable, name) in server.Spec.CredentialEnv)
        {
            var credential = scope.Credentials.GetValueOrDefault(name) ?? throw new McpProblemException($"The environment has no credential '{name}'.");
            var fields = await OpenAsync(credential, message => new McpProblemException(message), cancellationToken);
            variables[variable] = Field(fields, "token") ?? Field(fields, "api-key") ?? Field(fields, "password")
                ?? throw new McpProblemException($"The credential '{name}' has no field 'token', 'api-key' or 'password'.");
        }

        return variables;
    }

    private static async Task<IReadOnlyDictionary<string, string>> OpenAsync(ICredentialHandle credential, Func<string, Exception> problem, CancellationToken cancellationToken)
    {
        try
        {
            return await credential.OpenAsync(cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw problem(e.Message);
        }
    }

    private static bool TryPut(HttpRequestHeaders headers, CredentialType type, IReadOnlyDictionary<string, string> fields)
    {
        if (type is CredentialType.BearerToken or CredentialType.VaultKv && Field(fields, "token") is { } bearer)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }
        else if (type is CredentialType.Token && Field(fields, "token") is { } token)
        {
            headers.Authorization = new AuthenticationHeaderValue("token", token);
        }
        else if (type is CredentialType.ApiKey or CredentialType.VaultKv && Field(fields, "api-key") is { } key)
        {
            return headers.TryAddWithoutValidation(ApiKeyHeader, key);
        }
        else if (type is CredentialType.BasicAuth or CredentialType.VaultKv && Field(fields, "username") is { } user && fields.TryGetValue("password", out var password))
        {
            headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        }
        else
        {
            return false;
        }

        return true;
    }

    private static string? Field(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text && !text.Any(char.IsControl) ? text : null;
}
