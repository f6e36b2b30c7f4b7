using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Who asks for a token.</summary>
/// <param name="Id">Client id.</param>
/// <param name="Secret">Client secret; null where there is none.</param>
/// <param name="Key">Private key in PEM, where the client proves itself by a signature; else null.</param>
/// <param name="KeyId">What the authorization server calls that key; null where it has one only.</param>
/// <param name="Method">How the client says who it is at the token endpoint; null where the authorization server says which ways it takes.</param>
internal sealed record OAuthClient(string Id, string? Secret, string? Key, string? KeyId, string? Method)
{
    private static readonly CredentialType[] Types = [CredentialType.OAuthClient, CredentialType.BasicAuth, CredentialType.VaultKv];

    /// <summary>Token that says who it is, given by an identity provider; null where there is none.</summary>
    public string? IdToken { get; init; }

    /// <summary>True when it can get a token by itself, for no person.</summary>
    public bool HasProof => Secret is not null || Key is not null;

    /// <summary>The client of a credential.</summary>
    /// <exception cref="ToolInputException">It cannot be used.</exception>
    public static async Task<OAuthClient> OpenAsync(string credential, RunScope scope, CancellationToken cancellationToken)
    {
        var fields = await FieldsAsync(credential, scope, cancellationToken);
        var key = fields.Secret("private-key");
        return new OAuthClient(fields.Text("client-id") ?? fields.Required("username"), key is null ? fields.Secret("client-secret") ?? fields.Secret("password") : null, key, fields.Text("key-id"), null) { IdToken = fields.Text("id-token") };
    }

    /// <summary>What connections trust besides the machine's own authorities; null for nothing.</summary>
    /// <exception cref="ToolInputException">The credential cannot be used.</exception>
    public static async Task<HttpTls?> TlsAsync(string credential, RunScope scope, CancellationToken cancellationToken) => HttpTls.Of(await FieldsAsync(credential, scope, cancellationToken));

    /// <summary>How it says who it is where an authorization server takes these ways.</summary>
    /// <param name="methods">The ways; null where it does not say.</param>
    /// <exception cref="McpProblemException">There is no way in common.</exception>
    public string MethodFor(IReadOnlyList<string>? methods)
    {
        string[] ways = Key is not null ? [OAuthMethods.Key] : Secret is not null ? [OAuthMethods.Basic, OAuthMethods.Post, OAuthMethods.None] : [OAuthMethods.None];
        return Method ?? (methods is null || ways is [OAuthMethods.None] ? ways[0]
            : ways.FirstOrDefault(methods.Contains) ?? throw new McpProblemException($"The authorization server takes clients by {McpText.Line(string.Join(", ", methods), 200)}, and the credential is for {ways[0]}."));
    }

    public override string ToString() => $"client {Id}";

    private static Task<ConnectionFields> FieldsAsync(string credential, RunScope scope, CancellationToken cancellationToken) =>
        ConnectionFields.OpenAsync(credential, "client for OAuth", Types, scope, cancellationToken);
}
