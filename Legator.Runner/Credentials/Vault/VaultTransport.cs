using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Legator.Core.Resources.Environments;
using Legator.Runner.Tools;
using Legator.ServiceDefaults.Vault;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Sends requests to one Vault and reads its answers. Only what changes nothing when it is done twice is sent again.</summary>
internal sealed class VaultTransport : IDisposable
{
    private const int Attempts = 3;
    private const int LongestError = 200;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http;
    private readonly VaultConfig _config;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    /// <exception cref="VaultException">The environment's description of it cannot be used.</exception>
    public VaultTransport(VaultConfig config, TimeSpan timeout, TimeProvider time)
    {
        (_config, _time, _timeout) = (config, time, timeout);
        if (!Uri.TryCreate(config.Address.TrimEnd('/') + "/v1/", UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw new VaultException(VaultProblem.NotSent, $"spec.vault.address '{config.Address}' is no URL of a Vault: write one such as https://vault:8200.");
        }

        // Where a redirect leads to is not who the environment trusts with its tokens.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null, ConnectTimeout = timeout / 2, SslOptions = Tls(config) })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 1024 * 1024,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <param name="method">GET or POST.</param>
    /// <param name="path">Path after <c>/v1/</c>.</param>
    /// <param name="token">Who asks; null for nobody.</param>
    /// <param name="body">What is said; null for nothing.</param>
    /// <param name="isSafe">True when doing it twice is the same as doing it once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VaultException">It was not done, or nobody knows.</exception>
    public async Task<VaultAnswer> SendAsync(HttpMethod method, string path, string? token, object? body, bool isSafe, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(method, path, token, body, cancellationToken);
            }
            catch (VaultException e) when (attempt < Attempts && (e.Problem == VaultProblem.NotSent || (isSafe && e.Problem is VaultProblem.NoAnswer or VaultProblem.Busy)))
            {
                await Task.Delay(FirstDelay * attempt * attempt, _time, cancellationToken);
            }
        }
    }

    private async Task<VaultAnswer> SendOnceAsync(HttpMethod method, string path, string? token, object? body, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = Request(method, path, token, body);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return await ReadAsync(response, path, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VaultException(VaultProblem.NoAnswer, $"Vault at {_config.Address} did not answer within {_timeout.TotalSeconds:0.#} s.");
        }
        catch (HttpRequestException e)
        {
            var sent = e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
            throw new VaultException(sent ? VaultProblem.NoAnswer : VaultProblem.NotSent, $"Vault at {_config.Address} cannot be reached: {e.Message}");
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? token, object? body)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Vault-Request", "true");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Token", token);
        }

        if (_config.Namespace is { Length: > 0 } ns)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Namespace", ns);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return request;
    }

    private async Task<VaultAnswer> ReadAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        var answer = await ParseAsync(response, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return answer ?? throw new VaultException(VaultProblem.NoAnswer, $"What answers at {_config.Address} is no Vault.");
        }

        var said = answer?.Errors is { Count: > 0 } errors ? string.Join("; ", errors).ReplaceLineEndings(" ") : $"HTTP {(int)response.StatusCode}";
        var shortened = OutputBounds.Cut(said, LongestError);
        throw (int)response.StatusCode switch
        {
            400 => new VaultException(VaultProblem.BadRequest, $"Vault at {_config.Address} does not take the request for {path}: {shortened}"),
            401 or 403 => new VaultException(VaultProblem.Refused, $"Vault at {_config.Address} refuses {path}: {shortened}"),
            404 => new VaultException(VaultProblem.NotFound, $"Vault at {_config.Address} has nothing at {path}."),
            501 => new VaultException(VaultProblem.Sealed, $"Vault at {_config.Address} is not initialised."),
            503 => new VaultException(VaultProblem.Sealed, $"Vault at {_config.Address} is sealed or in maintenance."),
            >= 300 and < 400 => new VaultException(VaultProblem.BadRequest, $"Vault at {_config.Address} sends on to another server: set spec.vault.address to the one that answers itself."),
            _ => new VaultException(VaultProblem.Busy, $"Vault at {_config.Address} failed at {path}: {shortened}"),
        };
    }

    private static async Task<VaultAnswer?> ParseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return new VaultAnswer();
        }

        try
        {
            return JsonSerializer.Deserialize<VaultAnswer>(await response.Content.ReadAsByteArrayAsync(cancellationToken), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static System.Net.Security.SslClientAuthenticationOptions Tls(VaultConfig config)
    {
        try
        {
            return VaultTls.Options(config.CaBundle);
        }
        catch (CryptographicException e)
        {
            throw new VaultException(VaultProblem.NotSent, $"spec.vault.caBundle cannot be read as PEM certificates: {e.Message}");
        }
    }
}
