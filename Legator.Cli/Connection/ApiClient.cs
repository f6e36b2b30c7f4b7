using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.Cli.Connection;

/// <summary>Calls the API; whatever goes wrong becomes a <see cref="CliException"/> that says what to do.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;
    private readonly ApiEndpoint endpoint;

    public ApiClient(ApiEndpoint endpoint)
    {
        this.endpoint = endpoint;
        http = new HttpClient { BaseAddress = endpoint.Url, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.Token);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), HttpCompletionOption.ResponseContentRead, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async Task<JsonElement> PostAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: LegatorJson.Options) };
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>Opens a stream of server-sent events.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, string? lastEventId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(request.RequestUri!.OriginalString.TrimStart('/'), UriKind.Relative);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, completion, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new CliException($"cannot reach the API at {endpoint.Url} (from {endpoint.Source}): {Cause(e)}. Start it with 'dotnet run --project Legator.AppHost', or point --api-url at a running one.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"the API at {endpoint.Url} did not answer within {http.Timeout.TotalSeconds:0} s.");
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await FailureAsync(response, cancellationToken);
        }
    }

    private async Task<CliException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            return new CliException($"the API at {endpoint.Url} refused the token. Give the one in <data-dir>/token by --token or LEGATOR_TOKEN.");
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            if (JsonSerializer.Deserialize<ApiProblem>(text, LegatorJson.Options) is { Detail: { Length: > 0 } detail })
            {
                return new CliException(detail, response.StatusCode == HttpStatusCode.BadRequest ? ExitCodes.Usage : ExitCodes.Failure) { IsNotFound = response.StatusCode == HttpStatusCode.NotFound };
            }
        }
        catch (JsonException)
        {
            // Not an answer of our API; the status says all that is known.
        }

        return new CliException($"{endpoint.Url} answered {(int)response.StatusCode} {response.ReasonPhrase}. Is this the URL of a Legator API?");
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(LegatorJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            throw new CliException($"{endpoint.Url} did not answer with JSON. Is this the URL of a Legator API?");
        }
    }

    private static string Cause(Exception e) => (e.InnerException ?? e).Message.TrimEnd('.');
}
