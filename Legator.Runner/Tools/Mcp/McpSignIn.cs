using System.Web;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using ModelContextProtocol.Authentication;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Signs in at an authorization server that asks no person. What it is given is kept in memory, and in nothing that is written.</summary>
/// <param name="client">Reaches the server and its authorization servers.</param>
/// <param name="secret">Hears of every secret that is given out.</param>
internal sealed class McpSignIn(HttpClient client, Action<string> secret) : ITokenCache
{
    // Nobody listens there: the code is taken from the redirect itself.
    private static readonly Uri Return = new("http://127.0.0.1:33418/legator");

    private TokenContainer? _tokens;

    /// <summary>What the library needs.</summary>
    /// <exception cref="ToolInputException">The credential of the client cannot be used.</exception>
    public async Task<ClientOAuthOptions> OptionsAsync(McpOAuthSpec spec, RunScope scope, CancellationToken cancellationToken)
    {
        var login = spec.Credential is null ? null : await ConnectionFields.OpenAsync(spec.Credential, "client for OAuth", [CredentialType.BasicAuth, CredentialType.VaultKv], scope, cancellationToken);
        return new ClientOAuthOptions
        {
            RedirectUri = Return,
            ClientId = login?.Required("username"),
            ClientSecret = login?.Text("password"),
            ClientMetadataDocumentUri = login is null && Uri.TryCreate(spec.ClientMetadata, UriKind.Absolute, out var document) ? document : null,
            Scopes = spec.Scopes.Count > 0 ? spec.Scopes : null,
            TokenCache = this,
            AuthorizationCallbackHandler = AskAsync,
            DynamicClientRegistration = new DynamicClientRegistrationOptions
            {
                ClientName = "legator",
                ResponseDelegate = (registered, _) =>
                {
                    secret(registered.ClientSecret ?? "");
                    return Task.CompletedTask;
                },
            },
        };
    }

    public ValueTask StoreTokensAsync(TokenContainer tokens, CancellationToken cancellationToken)
    {
        secret(tokens.AccessToken);
        secret(tokens.RefreshToken ?? "");
        _tokens = tokens;
        return default;
    }

    public ValueTask<TokenContainer?> GetTokensAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_tokens);

    private async Task<AuthorizationResult?> AskAsync(AuthorizationCallbackContext context, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(McpHttpHandler.Unredirected(context.AuthorizationUri), cancellationToken);
        if (response.Headers.Location is not { } location || !location.IsAbsoluteUri || location.GetLeftPart(UriPartial.Path) != context.RedirectUri.GetLeftPart(UriPartial.Path))
        {
            throw new McpProblemException($"{context.AuthorizationUri.GetLeftPart(UriPartial.Authority)} wants a person to sign in (HTTP {(int)response.StatusCode}).");
        }

        var answer = HttpUtility.ParseQueryString(location.Query);
        secret(answer["code"] ?? "");
        return new AuthorizationResult
        {
            Code = answer["code"] ?? throw new McpProblemException($"The authorization server refuses: {McpText.Line(answer["error_description"] ?? answer["error"] ?? "it gave no code", 200)}"),
            State = answer["state"],
            Iss = answer["iss"],
        };
    }
}
