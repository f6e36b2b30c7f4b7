using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.EndToEnd.Tests.Webhooks;

/// <summary>A program outside that calls a webhook and signs as GitHub does; it has no other token.</summary>
internal sealed class WebhookCaller(string key) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<HttpStatusCode> TryAsync(string url, string source, string body, string id)
    {
        using var response = await SendAsync(url, source, body, id);
        return response.StatusCode;
    }

    public async Task<WebhookOutcome> CallAsync(string url, string source, string body, string id)
    {
        using var response = await SendAsync(url, source, body, id);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<WebhookAnswer>(LegatorJson.Options))!.Outcomes.Single();
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string url, string source, string body, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url + ApiPaths.Webhook(source)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)))}");
        request.Headers.Add("X-GitHub-Delivery", id);
        return await _http.SendAsync(request);
    }
}
