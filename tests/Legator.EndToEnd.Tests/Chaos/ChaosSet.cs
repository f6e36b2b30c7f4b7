using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Two Operators, three Runners and two Webs as processes of their own on real Redis with its file, PostgreSQL and the Kubernetes API; each reaches each server through a proxy of its own.</summary>
internal sealed class ChaosSet : IAsyncDisposable
{
    public const string RedisName = "redis";
    public const string PostgresName = "postgres";
    public const string ClusterName = "cluster";
    public const string Token = "token-of-the-chaos-test";

    private readonly List<string> _webs = [];
    private NpgsqlAddress _journal = new("", 0);

    private ChaosSet(ChaosCluster cluster, string inNamespace) => (Cluster, Namespace) = (cluster, inNamespace);

    public RedisServer Redis { get; } = new() { IsDurable = true };

    public PostgresServer Postgres { get; } = new();

    public ChaosCluster Cluster { get; }

    public string Namespace { get; }

    public List<ChaosMember> Members { get; } = [];

    /// <summary>Addresses of the Webs.</summary>
    public IReadOnlyList<string> Webs => _webs;

    /// <summary>Asks the Webs, with the token of people.</summary>
    public HttpClient Api { get; } = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>What every process said last.</summary>
    public string Output => string.Join('\n', Members.Select(m => m.Output));

    /// <param name="real">Kubeconfig of a real API server; null for LocalCluster.</param>
    /// <param name="operators">So many Operators and nothing else; null for all of the set.</param>
    public static async Task<ChaosSet> StartAsync(string? real, int? operators = null)
    {
        var inNamespace = string.Create(CultureInfo.InvariantCulture, $"chaos-{Environment.ProcessId}");
        var set = new ChaosSet(await ChaosCluster.StartAsync(real), inNamespace);
        try
        {
            await set.PrepareAsync(real is not null, operators);
            foreach (var member in set.Members)
            {
                member.Start();
            }

            await Eventually.IsTrueAsync("both Webs answer", set.AnswersAsync, TimeSpan.FromMinutes(2));
            return set;
        }
        catch
        {
            await set.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everybody's way to one server.</summary>
    public IReadOnlyList<TcpFaultProxy> WaysTo(string server) => [.. Members.Select(m => m.Links[server])];

    public async Task<T> GetAsync<T>(string path, int web = 0) => (await Api.GetFromJsonAsync<T>(new Uri(_webs[web] + path), LegatorJson.Options))!;

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        foreach (var member in Members)
        {
            await member.DisposeAsync();
        }

        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
        await Cluster.DisposeAsync();
    }

    private async Task PrepareAsync(bool isReal, int? operators)
    {
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await Redis.StartAsync();
        _journal = NpgsqlAddress.Of(await Postgres.NewDatabaseAsync());
        if (isReal)
        {
            await Kubectl.RunAsync(Cluster.Kubeconfig, "apply", "--server-side", "-f", Path.Combine(ProductBuild.Root, "deploy", "crds"));
        }

        await Kubectl.ApplyAsync(Cluster.Kubeconfig, $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {Namespace}}}");
        Add("operator", operators ?? 2, "Legator.Operator", _ => new()
        {
            ["Operator__LeaderElection"] = "true", ["Operator__LeaseDuration"] = Text(ChaosOptions.LeaseDuration), ["Operator__Namespaces__0"] = Namespace,
            ["Operator__Audit__CheckpointInterval"] = "00:00:02",
        });
        if (operators is not null)
        {
            return;
        }

        Add("runner", 3, "Legator.Runner", n => new() { ["Runner__Id"] = string.Create(CultureInfo.InvariantCulture, $"runner-{n}"), ["Runner__RenewInterval"] = "00:00:01" });
        Add("web", 2, "Legator.Web", _ => new() { ["Web__Token"] = Token });
    }

    private void Add(string kind, int count, string project, Func<int, Dictionary<string, string>> settings)
    {
        for (var n = 1; n <= count; n++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{n}");
            var links = new Dictionary<string, TcpFaultProxy> { [RedisName] = new(Redis.Port), [PostgresName] = new(Postgres.Port), [ClusterName] = new(Cluster.Port) };
            var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ServerProcess.FreePort()}");
            if (kind == "web")
            {
                _webs.Add(url);
            }

            Members.Add(new ChaosMember(name, project, Settings(settings(n), url, links, name), links));
        }
    }

    private Dictionary<string, string> Settings(Dictionary<string, string> own, string url, Dictionary<string, TcpFaultProxy> links, string name)
    {
        own["ASPNETCORE_URLS"] = url;
        own["Logging__LogLevel__Default"] = "Warning";
        own["Cluster__Kubeconfig"] = Cluster.Through(links[ClusterName], name);
        own["Cluster__Namespace"] = Namespace;
        own["Queue__IdleLimit"] = Text(ChaosOptions.IdleLimit);
        own["ConnectionStrings__queue"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{links[RedisName].Port}");
        own["ConnectionStrings__journal"] = _journal.Through(links[PostgresName].Port);
        return own;
    }

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);

    private async Task<bool> AnswersAsync()
    {
        try
        {
            foreach (var web in Enumerable.Range(0, _webs.Count))
            {
                await GetAsync<RunList>($"{ApiPaths.Runs}?limit=1", web);
            }

            return true;
        }
        catch (HttpRequestException)
        {
            Members.ForEach(m => m.NoteDeath());
            Members.SelectMany(m => m.Deaths).ShouldBeEmpty();
            return false;
        }
    }
}
