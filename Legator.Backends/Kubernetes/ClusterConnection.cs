using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Legator.Backends.Kubernetes;

/// <summary>The one way to the Kubernetes API: address, credentials, TLS. It never repeats a request that the API may have carried out.</summary>
public sealed class ClusterConnection : IDisposable
{
    private const int MaxThrottledTries = 4;

    private readonly ClusterTarget target;
    private readonly TimeSpan timeout;
    private readonly HttpClient http;

    public ClusterConnection(IOptions<ClusterOptions> options, TimeProvider time)
        : this(options.Value, time)
    {
    }

    public ClusterConnection(ClusterOptions options, TimeProvider time)
        : this(ClusterConfiguration.Load(options, time), options.Namespace, options.RequestTimeout, time)
    {
    }

    internal ClusterConnection(ClusterTarget target, string? ownNamespace, TimeSpan timeout, TimeProvider time)
    {
        Time = time;
        this.target = target;
        this.timeout = timeout;
        Namespace = ownNamespace ?? (string.IsNullOrEmpty(target.Namespace) ? "default" : target.Namespace);
        Server = new Uri(target.Server.AbsoluteUri.TrimEnd('/') + "/");
        http = new HttpClient(CreateHandler(target))
        {
            BaseAddress = Server,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("legator/0.1");
    }

    /// <summary>A connection to no API, for what is never to ask one; every request fails.</summary>
    public static ClusterConnection ToNowhere(TimeProvider time) =>
        new(new ClusterTarget { Server = new Uri("https://localhost:0") }, ownNamespace: null, TimeSpan.FromSeconds(1), time);

    /// <summary>Address of the API.</summary>
    public Uri Server { get; }

    /// <summary>Namespace for what belongs to the service itself.</summary>
    public string Namespace { get; }

    internal TimeProvider Time { get; }

    public void Dispose() => http.Dispose();

    /// <summary>Asks whether the API is there and knows who asks; its version.</summary>
    /// <exception cref="ClusterException">It is not, or does not.</exception>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        // Anybody may ask for the version; who may not list kinds is not known there.
        await SendAsync(HttpMethod.Get, "apis", null, ClusterCall.Default, cancellationToken);
        var bytes = await SendAsync(HttpMethod.Get, "version", null, ClusterCall.Default, cancellationToken);
        using var version = ResourceReader.Parse(bytes);
        return ResourceReader.Text(version.RootElement, "gitVersion") ?? "unknown";
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="ClusterException">The API refused, or gave no answer in time.</exception>
    internal Task<byte[]> SendAsync(HttpMethod method, string path, ClusterBody? body, ClusterCall call, CancellationToken cancellationToken) =>
        SendAsync(method, path, body, call, (response, end) => ClusterResponse.ReadAsync(response, call.MaxBytes, end), cancellationToken);

    /// <summary>Gets an answer and reads it while it arrives.</summary>
    /// <exception cref="ClusterException">The API refused, or gave no answer in time.</exception>
    internal Task<T> ReadAsync<T>(string path, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get,
        path,
        null,
        ClusterCall.Default,
        async (response, end) =>
        {
            await using var stream = await response.Content.ReadAsStreamAsync(end);
            return await read(stream, end);
        },
        cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, ClusterBody? body, ClusterCall call, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(method, path, body, call, read, cancellationToken);
            }
            catch (ClusterException e) when (e.Code == 429 && e.RetryAfter is not null && call.WaitsWhenThrottled && attempt < MaxThrottledTries)
            {
                // The API throttles before it carries anything out: repeating is safe for every method.
                await Task.Delay(e.RetryAfter.Value, Time, cancellationToken);
            }
        }
    }

    /// <summary>Opens a stream (watch, logs) that lives until the server ends it or <paramref name="cancellationToken"/> does.</summary>
    internal async Task<HttpResponseMessage> OpenAsync(string path, ClusterCall call, CancellationToken cancellationToken)
    {
        var limit = call.Timeout ?? timeout;
        using var deadline = new CancellationTokenSource(limit, Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await GuardAsync(() => StartAsync(HttpMethod.Get, path, null, call, linked.Token), limit, cancellationToken);
    }

    private async Task<T> SendOnceAsync<T>(
        HttpMethod method, string path, ClusterBody? body, ClusterCall call, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var limit = call.Timeout ?? timeout;
        using var deadline = new CancellationTokenSource(limit, Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await GuardAsync(
            async () =>
            {
                using var response = await StartAsync(method, path, body, call, linked.Token);
                return await read(response, linked.Token);
            },
            limit,
            cancellationToken);
    }

    private async Task<HttpResponseMessage> StartAsync(HttpMethod method, string path, ClusterBody? body, ClusterCall call, CancellationToken cancellationToken)
    {
        // The client's own default version does not count for messages that it is handed.
        using var request = new HttpRequestMessage(method, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = await AuthorizationAsync(cancellationToken);
        if (call.ImpersonateUser is not null)
        {
            request.Headers.Add("Impersonate-User", call.ImpersonateUser);
        }

        request.Content = body?.ToContent();
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ClusterResponse.ErrorAsync(response, cancellationToken);
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> send, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await send();
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClusterException(0, "Timeout", $"The Kubernetes API at {Server} gave no answer within {limit.TotalSeconds:0} s.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            // A connection that is reset the moment it is made fails the client with the socket's own exception.
            throw new ClusterException(0, "Unreachable", $"The Kubernetes API at {Server} cannot be reached: {e.Message}", e);
        }
    }

    private async Task<AuthenticationHeaderValue?> AuthorizationAsync(CancellationToken cancellationToken)
    {
        var token = target.Tokens is null ? target.Token : await target.Tokens(cancellationToken);
        return !string.IsNullOrEmpty(token) ? new AuthenticationHeaderValue("Bearer", token)
            : string.IsNullOrEmpty(target.Username) ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{target.Username}:{target.Password}")));
    }

    private static SocketsHttpHandler CreateHandler(ClusterTarget target)
    {
        var tls = new SslClientAuthenticationOptions();
        if (target.SkipTlsVerify)
        {
            tls.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        }
        else if (target.Authorities is { Count: > 0 } authorities)
        {
            tls.RemoteCertificateValidationCallback = (_, certificate, sent, errors) => ClusterTrust.Vouch(authorities, certificate, sent, errors);
        }

        if (!string.IsNullOrEmpty(target.TlsServerName))
        {
            tls.TargetHost = target.TlsServerName;
        }

        if (target.Certificate is { } certificate)
        {
            tls.ClientCertificates = [certificate];
        }

        return new SocketsHttpHandler
        {
            SslOptions = tls,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(30),

            // A connection that the network has forgotten is silent for ever, and a leader must not look at an old cluster for long; a server that is only slow must not lose all its requests at once.
            KeepAlivePingDelay = TimeSpan.FromSeconds(5),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
    }
}
