using OllamaSharp;

namespace Legator.Runner.Providers.Ollama;

/// <summary>Models that an Ollama server runs.</summary>
internal sealed class OllamaProvider(ModelTransport transport) : IModelProvider
{
    public IReadOnlyList<string> Names { get; } = ["ollama"];

    public ModelClient Connect(ModelConnection connection)
    {
        var address = ModelEndpoint.Of(connection.Model).AbsoluteUri.TrimEnd('/') + "/";
        var http = transport.Client(connection with { Credential = connection.Credential with { Headers = Headers(connection.Credential) } }, () => new OllamaStream(), wire => new OllamaWire(wire));
        http.BaseAddress = new Uri(address);
        return new ModelClient(new VendorToolNames(new OllamaWords(new OllamaApiClient(http, connection.Model.Model))), ModelWindow.Exchanges);
    }

    /// <summary>The SDK knows no keys; proxies in front of Ollama do.</summary>
    private static Dictionary<string, string> Headers(ModelCredential credential)
    {
        var headers = new Dictionary<string, string>(credential.Headers, StringComparer.OrdinalIgnoreCase);
        if (credential.ApiKey is { } key)
        {
            headers["Authorization"] = $"Bearer {key}";
        }

        return headers;
    }
}
