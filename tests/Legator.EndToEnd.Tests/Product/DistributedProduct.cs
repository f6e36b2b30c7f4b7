using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.EndToEnd.Tests.Product;

/// <summary>The services as separate processes on a real API server, Redis and PostgreSQL, as a cluster runs them. They can be killed and started again on what is durable.</summary>
internal sealed class DistributedProduct(RedisServer redis, PostgresServer postgres, string inNamespace) : IAsyncDisposable
{
    public const string Token = "token-of-the-distributed-test";

    private readonly List<RunningProcess> _operators = [];
    private readonly List<RunningProcess> _runners = [];
    private readonly List<RunningProcess> _webs = [];
    private readonly List<string> _past = [];
    private readonly Dictionary<RunningProcess, string> _urls = [];
    private readonly int _port = ServerProcess.FreePort();
    private readonly int _otherPort = ServerProcess.FreePort();
    private IReadOnlyDictionary<string, string> _runnerSettings = new Dictionary<string, string>();
    private string _journal = "";

    public string Kubeconfig { get; } = Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") ?? "";

    /// <summary>Settings of the API besides those that every test needs.</summary>
    public IReadOnlyDictionary<string, string> WebSettings { get; init; } = new Dictionary<string, string>();

    public HttpClient Api { get; } = new();

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    /// <summary>True for a second process of the API.</summary>
    public bool HasTwoWebs { get; init; }

    public string OtherUrl => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_otherPort}");

    public IReadOnlyList<RunningProcess> Runners => _runners;

    /// <summary>Where each process serves health and metrics.</summary>
    public IEnumerable<string> ServiceUrls => _operators.Concat(_runners).Select(process => _urls[process]);

    /// <summary>Kubeconfigs of single services, by name; those that are not named use the admin's.</summary>
    public IReadOnlyDictionary<string, string> Kubeconfigs { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings of every process besides those that it needs.</summary>
    public IReadOnlyDictionary<string, string> AllSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Everything that the processes said, those that were killed too.</summary>
    public string Output => string.Join("\n", _past.Concat(All.Select(p => p.Output)));

    private IEnumerable<RunningProcess> All => _operators.Concat(_runners).Concat(_webs);

    public async Task StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        Assert.SkipWhen(Kubeconfig.Length == 0, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _runnerSettings = settings ?? _runnerSettings;
        await redis.StartAsync();
        _journal = await postgres.NewDatabaseAsync();
        await Kubectl.RunAsync(Kubeconfig, "apply", "--server-side", "-f", Path.Combine(ProductBuild.Root, "deploy", "crds"));
        await Kubectl.ApplyAsync(Kubeconfig, $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {inNamespace}}}");
        Api.BaseAddress = new Uri(Url);
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await ResumeAsync();
    }

    /// <summary>Starts what does not run.</summary>
    public async Task ResumeAsync()
    {
        var operatorSettings = new Dictionary<string, string>
        {
            ["Operator__LeaderElection"] = "true", ["Operator__LeaseDuration"] = "00:00:03", ["Operator__Namespaces__0"] = inNamespace,
            ["Operator__AgentClusterRole"] = "edit",
        };
        Fill(_operators, 2, "Legator.Operator", 0, operatorSettings);
        StartRunners();
        Fill(_webs, 1, "Legator.Web", _port, new Dictionary<string, string>(WebSettings) { ["Web__Token"] = Token });
        if (HasTwoWebs)
        {
            Fill(_webs, 2, "Legator.Web", _otherPort, new Dictionary<string, string>(WebSettings) { ["Web__Token"] = Token });
        }

        await Eventually.IsTrueAsync("the API answers", () => AnswersAsync(_webs[0]), TimeSpan.FromSeconds(150));
    }

    public void StartRunners() => Fill(_runners, 2, "Legator.Runner", 0, _runnerSettings);

    /// <summary>Ends every process of the product as a power cut would.</summary>
    public async Task KillAsync()
    {
        await KillAsync(_operators);
        await KillAsync(_webs);
        await KillRunnersAsync();
    }

    public Task KillOperatorsAsync() => KillAsync(_operators);

    public Task KillRunnersAsync() => KillAsync(_runners);

    public Task<T> GetAsync<T>(string path) => Api.GetFromJsonAsync<T>(path, LegatorJson.Options)!;

    public async Task<IReadOnlyList<RunSummary>> RunsAsync(string agent) =>
        (await GetAsync<RunList>($"{ApiPaths.Runs}?limit=200&namespace={inNamespace}&agent={agent}")).Runs;

    public async ValueTask DisposeAsync()
    {
        var started = All.Any();
        foreach (var process in All)
        {
            await process.DisposeAsync();
        }

        if (started)
        {
            await Kubectl.RunAsync(Kubeconfig, "delete", "legatoragents", "--all", "-n", inNamespace);
        }

        Api.Dispose();
    }

    private async Task KillAsync(List<RunningProcess> processes)
    {
        foreach (var process in processes)
        {
            await process.KillAsync();
            _past.Add(process.Output);
            await process.DisposeAsync();
        }

        processes.Clear();
    }

    private void Fill(List<RunningProcess> processes, int count, string service, int port, IReadOnlyDictionary<string, string> settings)
    {
        while (processes.Count < count)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{(port == 0 ? ServerProcess.FreePort() : port)}");
            var all = new Dictionary<string, string>(AllSettings.Concat(settings).ToDictionary())
            {
                ["ASPNETCORE_URLS"] = url,
                ["Cluster__Kubeconfig"] = Kubeconfigs.GetValueOrDefault(service, Kubeconfig),
                ["Cluster__Namespace"] = inNamespace,
                ["ConnectionStrings__queue"] = redis.Connection,
                ["ConnectionStrings__journal"] = _journal,
            };
            processes.Add(RunningProcess.Start(ProductBuild.Program(service), [], all));
            _urls[processes[^1]] = url;
        }
    }

    private async Task<bool> AnswersAsync(RunningProcess web)
    {
        web.HasExited.ShouldBeFalse(web.Output);
        try
        {
            return (await Api.GetAsync(new Uri(ApiPaths.Runs, UriKind.Relative))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
