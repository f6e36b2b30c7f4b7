using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Legator.ChatOps.Telegram;
using Legator.Core;
using Legator.Core.Api;
using Microsoft.Extensions.Options;

namespace Legator.ChatOps.Gateway;

/// <summary>Calls the Legator API with the bot's own credential; a chat can do nothing that the API does not allow.</summary>
internal sealed class LegatorGateway(IOptions<TelegramOptions> options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TelegramOptions settings = options.Value;
    private readonly HttpClient http = new() { Timeout = Patience };

    /// <exception cref="GatewayException">The API refused or could not be reached.</exception>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.ApiBaseUrl!.TrimEnd('/') + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ReadToken());
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadFromJsonAsync<T>(LegatorJson.Options, cancellationToken) ?? throw new GatewayException("the Legator API answered with nothing.")
                : throw await FailureAsync(response, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new GatewayException("the Legator API cannot be reached now.");
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<GatewayException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            return new GatewayException("the Legator API does not take the bot's token.");
        }

        try
        {
            var problem = await response.Content.ReadFromJsonAsync<ApiProblem>(LegatorJson.Options, cancellationToken);
            return new GatewayException(problem?.Detail ?? $"the Legator API answered {(int)response.StatusCode}.");
        }
        catch (JsonException)
        {
            return new GatewayException($"the Legator API answered {(int)response.StatusCode}.");
        }
    }

    private string ReadToken()
    {
        try
        {
            return string.IsNullOrWhiteSpace(settings.ApiToken) ? File.ReadAllText(settings.ApiTokenFile!).Trim() : settings.ApiToken.Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GatewayException("the bot's token for the Legator API cannot be read.");
        }
    }
}
