using System.Net;
using k8s;
using Legator.Backends.Kubernetes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>Stands between a client and the API and does what networks and servers do: breaks off, refuses, forgets versions.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient upstream;
    private readonly string token;
    private readonly string folder = Directory.CreateTempSubdirectory("legator-proxy-").FullName;
    private readonly Lock gate = new();
    private readonly HashSet<CancellationTokenSource> watches = [];

    private FaultProxy(string kubeconfig)
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig);
        token = configuration.AccessToken;
        upstream = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } })
        {
            BaseAddress = new Uri(configuration.Host),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ForwardAsync);
    }

    /// <summary>Answers in place of the API: status of the next requests that the predicate picks.</summary>
    public Func<HttpRequest, HttpStatusCode?> Refuse { get; set; } = _ => null;

    public int Watches
    {
        get
        {
            lock (gate)
            {
                return watches.Count;
            }
        }
    }

    public static async Task<FaultProxy> StartAsync(string kubeconfig)
    {
        var proxy = new FaultProxy(kubeconfig);
        await proxy.app.StartAsync();
        return proxy;
    }

    public ClusterConnection Connect()
    {
        var path = Path.Combine(folder, "kubeconfig");
        File.WriteAllText(path, $$$"""
            {"apiVersion": "v1", "kind": "Config", "current-context": "c",
             "clusters": [{"name": "c", "cluster": {"server": "{{{app.Urls.First()}}}"}}],
             "users": [{"name": "u", "user": {"token": "{{{token}}}"}}],
             "contexts": [{"name": "c", "context": {"cluster": "c", "user": "u"}}]}
            """);
        return new ClusterConnection(new ClusterOptions { Kubeconfig = path, RequestTimeout = TimeSpan.FromSeconds(5) }, TimeProvider.System);
    }

    /// <summary>Resets the connections of all open watches.</summary>
    public void CutWatches()
    {
        // Under the lock, so that none of them ends, and is disposed of, before it is cut.
        lock (gate)
        {
            watches.ToList().ForEach(cut => cut.Cancel());
        }
    }

    public async ValueTask DisposeAsync()
    {
        CutWatches();
        await app.DisposeAsync();
        upstream.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ForwardAsync(HttpContext context)
    {
        if (Refuse(context.Request) is { } status)
        {
            context.Response.StatusCode = (int)status;
            return;
        }

        using var cut = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (context.Request.Query.ContainsKey("watch"))
        {
            lock (gate)
            {
                watches.Add(cut);
            }
        }

        try
        {
            await CopyAsync(context, cut.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            context.Abort();
        }
        finally
        {
            lock (gate)
            {
                watches.Remove(cut);
            }
        }
    }

    private async Task CopyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        request.Headers.Authorization = new("Bearer", token);
        using var response = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        await response.Content.CopyToAsync(context.Response.Body, cancellationToken);
    }
}
