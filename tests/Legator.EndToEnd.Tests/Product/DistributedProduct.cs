using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.EndToEnd.Tests.Product;

/// <summary>The services as separate processes on a real API server, Redis and PostgreSQL, as a cluster runs them.</summary>
internal sealed class DistributedProduct(RedisServer redis, PostgresServer postgres, string inNamespace) : IAsyncDisposable
{
    private const string Token = "token-of-the-distributed-test";

    private readonly List<RunningProcess> _processes = [];
    private readonly HttpClient _api = new();
    private string _journal = "";

    public string Kubeconfig { get; } = Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") ?? "";

    public IReadOnlyList<RunningProcess> Runners => [.. _processes.Skip(2).Take(2)];

    /// <summary>Everything that the processes said.</summary>
    public string Output => string.Join("\n", _processes.Select(p => p.Output));

    public async Task StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        Assert.SkipWhen(Kubeconfig.Length == 0, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        await redis.StartAsync();
        _journal = await postgres.NewDatabaseAsync();
        await Kubectl.RunAsync(Kubeconfig, "apply", "--server-side", "-f", Path.Combine(ProductBuild.Root, "deploy", "crds"));
        await Kubectl.ApplyAsync(Kubeconfig, $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {inNamespace}}}");
        var operatorSettings = new Dictionary<string, string>
        {
            ["Operator__LeaderElection"] = "true", ["Operator__LeaseDuration"] = "00:00:03", ["Operator__Namespaces__0"] = inNamespace,
            ["Operator__AgentClusterRole"] = "edit",
        };
        Start("Legator.Operator", 0, operatorSettings);
        Start("Legator.Operator", 0, operatorSettings);
        Start("Legator.Runner", 0, settings);
        Start("Legator.Runner", 0, settings);
        var port = ServerProcess.FreePort();
        var web = Start("Legator.Web", port, new Dictionary<string, string> { ["Web__Token"] = Token });
        _api.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await Eventually.IsTrueAsync("the API answers", () => AnswersAsync(web), TimeSpan.FromSeconds(60));
    }

    public Task<T> GetAsync<T>(string path) => _api.GetFromJsonAsync<T>(path, LegatorJson.Options)!;

    public async Task<IReadOnlyList<RunSummary>> RunsAsync(string agent) =>
        (await GetAsync<RunList>($"{ApiPaths.Runs}?limit=200&namespace={inNamespace}&agent={agent}")).Runs;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        if (_processes.Count > 0)
        {
            await Kubectl.RunAsync(Kubeconfig, "delete", "legatoragents", "--all", "-n", inNamespace);
        }

        _api.Dispose();
    }

    private RunningProcess Start(string service, int port, IReadOnlyDictionary<string, string>? settings)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Cluster__Kubeconfig"] = Kubeconfig,
            ["Cluster__Namespace"] = inNamespace,
            ["ConnectionStrings__queue"] = redis.Connection,
            ["ConnectionStrings__journal"] = _journal,
        };
        var process = RunningProcess.Start(ProductBuild.Program(service), [], all);
        _processes.Add(process);
        return process;
    }

    private async Task<bool> AnswersAsync(RunningProcess web)
    {
        web.HasExited.ShouldBeFalse(web.Output);
        try
        {
            return (await _api.GetAsync(new Uri(ApiPaths.Runs, UriKind.Relative))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
