using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Legator.Core.Skills.Remote;

namespace Legator.Backends.SkillSources.Registry;

/// <summary>Sends requests to one registry: answers its question who asks, follows where it leads, and tells only the registry itself who asks.</summary>
internal sealed class RegistrySession(SourceConnections connections, SourceHost host, SourceCredential? credential) : IDisposable
{
    private const int MostRedirects = 5;
    private readonly HttpMessageInvoker _http = connections.Open(credential?.CaBundle);
    private AuthenticationHeaderValue? _authorization;

    /// <summary>Where the registry is.</summary>
    public Uri Base { get; } = connections.BaseOf(host);

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request; made anew for every try.</summary>
    /// <exception cref="SkillSourceException">There is no answer, or the registry wants to know who asks and is not content.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            var response = await FollowAsync(make, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                return response;
            }

            var challenge = RegistryChallenge.Of(response.Headers.WwwAuthenticate);
            response.Dispose();
            _authorization = await AnswerAsync(challenge, cancellationToken);
            return await FollowAsync(make, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw e.InnerException as SkillSourceException ?? new SkillSourceException($"{host} cannot be reached ({(e.InnerException ?? e).Message})");
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        Uri? next = null;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = make();
            request.RequestUri = next ?? request.RequestUri!;
            if (IsRegistry(request.RequestUri))
            {
                request.Headers.Authorization = _authorization;
            }

            var response = await _http.SendAsync(request, cancellationToken);
            if (request.Method != HttpMethod.Get || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return response;
            }

            next = new Uri(request.RequestUri, location);
            response.Dispose();
            connections.Check(next);
        }

        throw SkillSourceException.Refusing($"{host} redirects more than {MostRedirects} times");
    }

    /// <summary>True for the registry itself; who asks is nobody else's business.</summary>
    private bool IsRegistry(Uri address) => Uri.Compare(address, Base, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private async Task<AuthenticationHeaderValue?> AnswerAsync(RegistryChallenge? challenge, CancellationToken cancellationToken)
    {
        var known = credential is { NamesSomebody: true } ? credential.Header : null;
        return challenge switch
        {
            { IsBearer: true } => await TokenAsync(challenge, known, cancellationToken),
            { IsBearer: false } when known is not null => known,
            _ => throw SkillSourceException.Refusing(known is null ? $"{host} asks who is there, and no credential is given" : $"{host} asks for credentials of an unknown kind"),
        };
    }

    private async Task<AuthenticationHeaderValue> TokenAsync(RegistryChallenge challenge, AuthenticationHeaderValue? known, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm))
        {
            throw SkillSourceException.Refusing($"{host} names no place where its tokens are to be had");
        }

        connections.Check(realm);
        var query = string.Join('&', new[] { ("service", challenge.Service), ("scope", challenge.Scope) }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = string.Join('&', new[] { realm.Query.TrimStart('?'), query }.Where(part => part.Length > 0)) }.Uri);
        request.Headers.Authorization = known;
        using var response = await _http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw SkillSourceException.Refusing($"{realm.Host} gives no token for {host} (HTTP {(int)response.StatusCode}): {(known is null ? "no credential is given" : "correct the credential")}");
        }

        var body = await BoundedBody.ReadAsync(response.Content, 64 * 1024, "the token", cancellationToken);
        return Token(body) is { Length: > 0 } token && !token.Any(c => c is < '!' or > '~')
            ? new AuthenticationHeaderValue("Bearer", token)
            : throw SkillSourceException.Refusing($"{realm.Host} answers with no token for {host}");
    }

    private static string? Token(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : document.RootElement.TryGetProperty("token", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString()
                : document.RootElement.TryGetProperty("access_token", out var access) && access.ValueKind == JsonValueKind.String ? access.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
