namespace Legator.Runner.Providers.Anthropic;

/// <summary>
/// Sends a key and the version of the API as its published reference names them. The SDK follows a newer one, which sends keys as bearer tokens; gateways,
/// and the API itself, know them as <c>x-api-key</c>.
/// </summary>
internal sealed class AnthropicWire(HttpMessageHandler inner, ModelCredential credential) : DelegatingHandler(inner)
{
    private const string Version = "anthropic-version";
    private const string Published = "2023-06-01";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(Version);
        request.Headers.TryAddWithoutValidation(Version, credential.Headers.FirstOrDefault(h => h.Key.Equals(Version, StringComparison.OrdinalIgnoreCase)).Value ?? Published);
        if (credential.ApiKey is { } key)
        {
            request.Headers.Authorization = null;
            request.Headers.Remove("x-api-key");
            request.Headers.TryAddWithoutValidation("x-api-key", key);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
