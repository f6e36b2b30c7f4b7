using System.Net.Http.Headers;
using System.Text;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Http;

/// <summary>The environment's credential for a request: the one named like the endpoint that the URL lies within, the longest path first. A longer host that begins alike is another origin, a path beside the endpoint's gets nothing.</summary>
/// <param name="Header">Header and value to send; null for none.</param>
/// <param name="Tls">What the connection shows and trusts; null for nothing special.</param>
internal sealed record HttpCredential((string Name, string Value)? Header, HttpTls? Tls) : IDisposable
{
    private const string GitHubCredential = "github-pat";

    private static readonly Uri GitHub = new("https://api.github.com");

    private static readonly CredentialType[] Types =
        [CredentialType.BearerToken, CredentialType.Token, CredentialType.ApiKey, CredentialType.BasicAuth, CredentialType.Tls, CredentialType.VaultKv];

    /// <summary>Opens the credential of a target.</summary>
    /// <exception cref="ToolInputException">There is one and it cannot be used.</exception>
    public static async Task<HttpCredential?> OpenAsync(HttpTarget target, RunScope scope, CancellationToken cancellationToken)
    {
        return NameFor(target, scope) is { } name ? await OpenAsync(name, scope, cancellationToken) : null;
    }

    /// <summary>Opens a credential by its name.</summary>
    /// <exception cref="ToolInputException">There is none of that name that can be used.</exception>
    public static async Task<HttpCredential> OpenAsync(string name, RunScope scope, CancellationToken cancellationToken)
    {
        var fields = await ConnectionFields.OpenAsync(name, "credential for HTTP", Types, scope, cancellationToken);
        return new HttpCredential(HeaderOf(scope.Credentials[name].Type, fields), HttpTls.Of(fields));
    }

    /// <summary>The value as whoever echoes it would send it back.</summary>
    public IEnumerable<string> Secrets => Header is { } header ? [header.Value, header.Value[(header.Value.IndexOf(' ', StringComparison.Ordinal) + 1)..]] : [];

    public void AddTo(HttpRequestHeaders headers)
    {
        if (Header is { } header)
        {
            headers.Remove(header.Name);
            headers.TryAddWithoutValidation(header.Name, header.Value);
        }
    }

    public void Dispose() => Tls?.Dispose();

    private static string? NameFor(HttpTarget target, RunScope scope) =>
        scope.Environment.Endpoints
            .Where(e => IsForHttp(e.Key, scope) && target.IsWithin(e.Value))
            .OrderByDescending(e => e.Value.AbsolutePath.TrimEnd('/').Length).ThenBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => e.Key).FirstOrDefault()
        ?? (target.IsWithin(GitHub) && IsForHttp(GitHubCredential, scope) ? GitHubCredential : null);

    private static bool IsForHttp(string name, RunScope scope) => scope.Credentials.TryGetValue(name, out var credential) && Types.Contains(credential.Type);

    private static (string, string)? HeaderOf(CredentialType type, ConnectionFields fields) => type switch
    {
        CredentialType.BearerToken => ("Authorization", $"Bearer {OneLine(fields, "token")}"),
        CredentialType.Token => ("Authorization", $"token {OneLine(fields, "token")}"),
        CredentialType.ApiKey => ("X-API-Key", OneLine(fields, "api-key")),
        CredentialType.BasicAuth => Basic(fields),
        CredentialType.VaultKv when fields.Text("token") is not null => ("Authorization", $"Bearer {OneLine(fields, "token")}"),
        CredentialType.VaultKv when fields.Text("api-key") is not null => ("X-API-Key", OneLine(fields, "api-key")),
        CredentialType.VaultKv => Basic(fields),
        _ => null,
    };

    private static (string, string) Basic(ConnectionFields fields)
    {
        var user = fields.Text("username") ?? fields.Required("user");
        var password = fields.Secret("password") ?? fields.Required("password");
        return ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}");
    }

    private static string OneLine(ConnectionFields fields, string field)
    {
        var value = fields.Required(field);
        return value.Any(char.IsControl) ? throw fields.Problem($"has a '{field}' of more than one line") : value;
    }
}
