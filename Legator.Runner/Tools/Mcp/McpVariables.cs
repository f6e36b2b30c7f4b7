using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp;

/// <summary>The environment variables of a server that is started.</summary>
internal static class McpVariables
{
    private static readonly CredentialType[] Types = [CredentialType.BearerToken, CredentialType.Token, CredentialType.ApiKey, CredentialType.BasicAuth, CredentialType.VaultKv];

    /// <exception cref="ToolInputException">A credential cannot be had, or has no secret that a variable can hold.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(McpServer server, RunScope scope, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(server.Spec.Env, StringComparer.Ordinal);
        foreach (var (variable, name) in server.Spec.CredentialEnv)
        {
            var fields = await ConnectionFields.OpenAsync(name, "credential for an MCP server", Types, scope, cancellationToken);
            variables[variable] = fields.Text("token") ?? fields.Text("api-key") ?? fields.Required("password");
        }

        return variables;
    }
}
