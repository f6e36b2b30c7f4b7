using OllamaSharp;

namespace Legator.Runner.Providers.Ollama;

/// <summary>Models that an Ollama server runs.</summary>
internal sealed class OllamaProvider(ModelTransport transport) : IModelProvider
{
    private const string Local = "http://localhost:11434";

    public IReadOnlyList<string> Names { get; } = ["ollama"];

    public ModelClient Connect(ModelConnection connection)
    {
        var text = connection.Model.Endpoint ?? Local;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ModelUnusableException($"endpoint '{text}' of tier '{connection.Model.TierName}' is no http or https URL.");
        }

        var headers = new Dictionary<string, string>(connection.Credential.Headers);
        if (connection.Credential.ApiKey is { } key)
        {
            headers["Authorization"] = $"Bearer {key}";
        }

        var http = transport.Client(connection.MaxRetries, headers);
        http.BaseAddress = Root(uri);
        return new ModelClient(new VendorToolNames(new OllamaToolResults(new OllamaApiClient(http, connection.Model.Model))), ModelWindow.Exchanges);
    }

    /// <summary>People write the address with or without <c>/api</c> or <c>/v1</c>; the client adds its own path.</summary>
    private static Uri Root(Uri uri)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        var suffix = new[] { "/api", "/v1" }.FirstOrDefault(s => path.EndsWith(s, StringComparison.Ordinal)) ?? "";
        return new UriBuilder(uri) { Path = path[..^suffix.Length] + "/" }.Uri;
    }
}
