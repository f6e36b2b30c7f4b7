using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;

namespace Legator.LocalCluster.Tests.Protocol;

/// <summary>One API server under test, spoken to without any client library, so that the wire is what is tested.</summary>
internal sealed class ApiServer : IDisposable
{
    public const string Probes = "/apis/test.legator.io/v1/namespaces/default/probes";
    private readonly HttpClient _client;

    public ApiServer(string kubeconfig)
    {
        KubernetesClientConfiguration config = KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig);
        SocketsHttpHandler handler = new();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => Trusted(config, certificate);
        if (config.ClientCertificateData is { } data)
        {
            using X509Certificate2 pem = X509Certificate2.CreateFromPem(Plain(data), Plain(config.ClientCertificateKeyData));
            handler.SslOptions.ClientCertificates = [X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null)];
        }

        _client = new HttpClient(handler) { BaseAddress = new Uri(config.Host), DefaultRequestVersion = new Version(2, 0) };
        Authorization = config.AccessToken is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
    }

    public AuthenticationHeaderValue? Authorization { get; }

    public static string Unique(string prefix) => $"{prefix}-{Guid.NewGuid():N}"[..(prefix.Length + 9)];

    public static string Probe(string name, string spec = """{"size":"small"}""", string metadata = "") =>
        $$"""{"apiVersion":"test.legator.io/v1","kind":"Probe","metadata":{"name":"{{name}}"{{(metadata.Length > 0 ? "," + metadata : "")}}},"spec":{{spec}}}""";

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers: headers);

    public Task<ApiAnswer> PostAsync(string path, string body, string type = "application/json") => SendAsync(HttpMethod.Post, path, body, type);

    public Task<ApiAnswer> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    public Task<ApiAnswer> MergeAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body, "application/merge-patch+json");

    public Task<ApiAnswer> ApplyAsync(string path, string body, string manager, bool force = false) =>
        SendAsync(HttpMethod.Patch, $"{path}?fieldManager={manager}&force={(force ? "true" : "false")}", body, "application/apply-patch+yaml");

    public Task<ApiAnswer> DeleteAsync(string path, string? options = null) => SendAsync(HttpMethod.Delete, path, options);

    public async Task<ApiAnswer> SendAsync(
        HttpMethod method, string path, string? body, string type = "application/json", AuthenticationHeaderValue? authorization = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = Request(method, path, authorization ?? Authorization);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        using HttpResponseMessage response = await _client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new ApiAnswer((int)response.StatusCode, Parse(text), text, response.Headers);
    }

    public async Task<ApiWatch> WatchAsync(string path)
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, path, Authorization);
        HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new ApiWatch(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>Declares the kind that the tests use.</summary>
    public async Task PrepareAsync()
    {
        await PostAsync("/api/v1/namespaces", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"default"}}""");
        await PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Protocol", "probes.json")));
        await Eventually.IsTrueAsync("probes are served", async () => (await GetAsync(Probes)).Code == 200);
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, AuthenticationHeaderValue? authorization) =>
        new(method, path) { Version = new Version(2, 0), Headers = { Authorization = authorization } };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Trusted(KubernetesClientConfiguration config, X509Certificate? certificate)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(config.SslCaCerts);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return certificate is not null && chain.Build(new X509Certificate2(certificate));
    }

    private static string Plain(string base64) => Encoding.ASCII.GetString(Convert.FromBase64String(base64));
}
