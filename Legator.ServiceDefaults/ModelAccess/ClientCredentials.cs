using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Legator.ServiceDefaults.ModelAccess;

/// <summary>A client of OAuth's client credentials grant (RFC 6749, section 4.4), as a Secret describes it.</summary>
public sealed class ClientCredentials
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);
    private static readonly string[] Optional = ["scope", "audience", "resource"];

    private readonly Uri _endpoint;
    private readonly string _id;
    private readonly string _secret;
    private readonly Dictionary<string, string> _more;

    private ClientCredentials(Uri endpoint, string id, string secret, Dictionary<string, string> more) => (_endpoint, _id, _secret, _more) = (endpoint, id, secret, more);

    /// <summary>Reads the fields of a Secret: <c>client-id</c>, <c>client-secret</c>, <c>token-url</c>, and where wanted <c>scope</c>, <c>audience</c>, <c>resource</c>.</summary>
    /// <param name="fields">The Secret's fields.</param>
    /// <param name="problem">Which field is missing or wrong; null when nothing is.</param>
    public static ClientCredentials? Read(IReadOnlyDictionary<string, string> fields, out string? problem)
    {
        string? Field(string name) => fields.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
        var missing = new[] { "client-id", "client-secret", "token-url" }.FirstOrDefault(name => Field(name) is null);
        problem = missing is null ? null : $"has no field '{missing}': add it";
        if (missing is not null)
        {
            return null;
        }

        if (!Uri.TryCreate(Field("token-url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            problem = "has a field 'token-url' that is not an http or https URL: correct it";
            return null;
        }

        return new ClientCredentials(url, Field("client-id")!, Field("client-secret")!, Optional.Where(name => Field(name) is not null).ToDictionary(name => name, name => Field(name)!));
    }

    /// <summary>Asks for a token: as the RFC wants every server to take it, and where that is refused, with id and secret in the form.</summary>
    /// <exception cref="GrantRefusedException">The endpoint says no, or answers what is no token.</exception>
    /// <exception cref="HttpRequestException">The endpoint cannot be reached, or fails.</exception>
    public async Task<GrantedToken> AskAsync(HttpClient http, TimeProvider time, CancellationToken cancellationToken)
    {
        using var first = await SendAsync(http, inForm: false, cancellationToken);
        if (first.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized))
        {
            return await ReadAsync(first, time, cancellationToken);
        }

        using var second = await SendAsync(http, inForm: true, cancellationToken);
        return await ReadAsync(second, time, cancellationToken);
    }

    /// <inheritdoc />
    public override string ToString() => "client credentials";

    private async Task<HttpResponseMessage> SendAsync(HttpClient http, bool inForm, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(_more) { ["grant_type"] = "client_credentials" };
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint);
        request.Headers.Accept.ParseAdd("application/json");
        if (inForm)
        {
            (form["client_id"], form["client_secret"]) = (_id, _secret);
        }
        else
        {
            var pair = $"{WebUtility.UrlEncode(_id)}:{WebUtility.UrlEncode(_secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        request.Content = new FormUrlEncodedContent(form);
        return await http.SendAsync(request, cancellationToken);
    }

    private static async Task<GrantedToken> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is >= 500 or 429)
        {
            response.EnsureSuccessStatusCode();
        }

        JsonElement answer;
        try
        {
            answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (JsonException)
        {
            throw new GrantRefusedException($"HTTP {(int)response.StatusCode}, and what it says is not JSON.");
        }

        if (!response.IsSuccessStatusCode || Text(answer, "access_token") is not { Length: > 0 } token)
        {
            throw new GrantRefusedException($"HTTP {(int)response.StatusCode} {Text(answer, "error")} {Text(answer, "error_description")}".TrimEnd() + ".");
        }

        return new GrantedToken(token, time.GetUtcNow() + Life(answer));
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Some servers write the number as a string.</summary>
    private static TimeSpan Life(JsonElement answer) =>
        answer.TryGetProperty("expires_in", out var value) && double.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : Unsaid;
}
