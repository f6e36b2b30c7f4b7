using System.Net.Http.Headers;
using k8s;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Runner.Clusters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Kubernetes;

/// <summary>Stands before a cluster's API and goes wrong where it is told to.</summary>
internal sealed class FaultyApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _upstream;
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-faulty-").FullName;
    private ClusterConnection? _connection;

    private FaultyApi(string kubeconfig)
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig);
        _upstream = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = new Uri(configuration.Host) };
        _upstream.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", configuration.AccessToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What happens to requests for objects of the demo; null lets them through.</summary>
    public Func<HttpContext, Func<HttpContext, Task>, Task>? Fault { get; set; }

    public static async Task<FaultyApi> StartAsync(Cluster cluster)
    {
        var api = new FaultyApi(cluster.KubeconfigPath);
        await api._app.StartAsync();
        return api;
    }

    /// <summary>The cluster behind it, asked with little patience.</summary>
    public IRunCluster Open()
    {
        var path = Path.Combine(_folder, "kubeconfig");
        File.WriteAllText(path, $$$"""
            {"apiVersion": "v1", "kind": "Config", "current-context": "c", "contexts": [{"name": "c", "context": {"cluster": "c", "user": "u"}}],
             "clusters": [{"name": "c", "cluster": {"server": "{{{_app.Urls.First()}}}"}}], "users": [{"name": "u", "user": {"token": "any"}}]}
            """);
        _connection = new ClusterConnection(new ClusterOptions { Kubeconfig = path }, TimeProvider.System);
        var bounds = ClusterAccess.Bounds with { Timeout = TimeSpan.FromSeconds(3) };
        return new OpenCluster(new ClusterAccess(new DynamicClient(_connection), bounds, "ServiceAccount agents/watch", "legator-watch"));
    }

    public static Task WriteAsync(HttpContext context, byte[] bytes) => context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();

    public async ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        await _app.DisposeAsync();
        _upstream.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task AnswerAsync(HttpContext context) =>
        Fault is { } fault && context.Request.Path.Value!.Contains("/namespaces/demo/", StringComparison.Ordinal) ? fault(context, ForwardAsync) : ForwardAsync(context);

    private async Task ForwardAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        }

        using var response = await _upstream.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
