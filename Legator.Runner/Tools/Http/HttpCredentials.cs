using System.Net.Http.Headers;
using System.Text;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Http;

/// <summary>Adds the environment's credential to a request: the one named like the endpoint of exactly that origin. A longer host that begins alike is another origin.</summary>
internal static class HttpCredentials
{
    private const string GitHubCredential = "github-pat";

    private static readonly Uri GitHub = new("https://api.github.com");

    public static async Task AddAsync(HttpRequestMessage request, HttpTarget target, RunScope scope, CancellationToken cancellationToken)
    {
        if (Find(target, scope) is { } credential)
        {
            Add(request.Headers, credential, await credential.OpenAsync(cancellationToken));
        }
    }

    private static ICredentialHandle? Find(HttpTarget target, RunScope scope)
    {
        var endpoint = scope.Environment.Endpoints.FirstOrDefault(e => HttpTarget.OriginOf(e.Value) == target.Origin && scope.Credentials.ContainsKey(e.Key)).Key;
        return endpoint is not null ? scope.Credentials[endpoint]
            : target.Origin == HttpTarget.OriginOf(GitHub) ? scope.Credentials.GetValueOrDefault(GitHubCredential)
            : null;
    }

    private static void Add(HttpRequestHeaders headers, ICredentialHandle credential, IReadOnlyDictionary<string, string> fields)
    {
        switch (credential.Type)
        {
            case CredentialType.BearerToken when fields.TryGetValue("token", out var token):
                headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
                break;
            case CredentialType.Token when fields.TryGetValue("token", out var token):
                headers.Authorization = new AuthenticationHeaderValue("token", token.Trim());
                break;
            case CredentialType.ApiKey when fields.TryGetValue("api-key", out var key):
                headers.TryAddWithoutValidation("X-API-Key", key.Trim());
                break;
            case CredentialType.BasicAuth when fields.TryGetValue("username", out var user) && fields.TryGetValue("password", out var password):
                headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
                break;
            default:
                break;
        }
    }
}
