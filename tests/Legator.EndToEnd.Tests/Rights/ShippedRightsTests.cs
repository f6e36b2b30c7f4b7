using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Pool;
using Legator.EndToEnd.Tests.Product;
using Legator.EndToEnd.Tests.Webhooks;
using Legator.Tests.DeployedAccounts;
using Microsoft.AspNetCore.Http;

namespace Legator.EndToEnd.Tests.Rights;

/// <summary>Operator, runners and API as processes, each with what deploy/rbac gives it on a real API server and nothing else: it is enough for their work.</summary>
public sealed class ShippedRightsTests(PostgresServer postgres) : IAsyncLifetime
{
    private const string Key = "change-this-key-before-use";

    private static readonly Dictionary<string, (string Account, string[] Files)> Services = new()
    {
        ["Legator.Operator"] = ("legator-operator", ["operator.yaml", "operator-approvals.yaml", "operator-notifications.yaml", "operator-triggers.yaml", "audit.yaml"]),
        ["Legator.Runner"] = ("legator-runner", ["runner.yaml", "runner-base.yaml"]),
        ["Legator.Web"] = ("legator-web", ["web.yaml", "web-webhooks.yaml", "audit.yaml"]),
    };

    // Hosts' keys need a machine that is reached by SSH.
    private static readonly string[] NotInThisWork = ["configmaps get", "configmaps create", "configmaps update"];

    private static int s_number;

    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"rights-{Environment.ProcessId}-{Interlocked.Increment(ref s_number)}");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-rights-");
    private readonly ConcurrentDictionary<(string Service, Right Right, bool Refused), byte> _asked = new();
    private readonly List<ActingAs> _servers = [];
    private readonly RedisServer _redis = new();
    private readonly SlowSite _site = new();
    private DistributedProduct _product = null!;
    private ShippedRights _rights = null!;

    public async ValueTask InitializeAsync()
    {
        _product = new DistributedProduct(_redis, postgres, _namespace) { Kubeconfigs = Services.Keys.ToDictionary(service => service, ConfigOf) };
        Assert.SkipWhen(_product.Kubeconfig.Length == 0, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _rights = new ShippedRights(_product.Kubeconfig, _namespace);
        await _site.StartAsync();
        await Kubectl.RunAsync(_product.Kubeconfig, "apply", "--server-side", "-f", Path.Combine(ProductBuild.Root, "deploy", "crds"));
        await Kubectl.ApplyAsync(_product.Kubeconfig, RightsManifests.Before(_namespace));
        foreach (var file in Services.Values.SelectMany(service => service.Files).Distinct())
        {
            await _rights.ApplyAsync(file);
        }

        foreach (var (service, (account, _)) in Services)
        {
            _servers.Add(await ActingAs.StartAsync(_product.Kubeconfig, _rights.UserName(account), ConfigOf(service), (request, status) => Seen(service, request, status)));
        }

        await _product.StartAsync();
        await Kubectl.ApplyAsync(_product.Kubeconfig, RightsManifests.Agents(_namespace, _site.Port));
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await _redis.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ShippedRights_AreEnough_AndAllOfTheRunnersAndTheTriggersAreUsed()
    {
        using var caller = new WebhookCaller(Key);
        await Eventually.IsTrueAsync("a webhook is accepted", async () => await CallAsync(caller) == HttpStatusCode.Accepted, TimeSpan.FromSeconds(60));
        await EndedAsync("noter", "webhook");
        await Eventually.IsTrueAsync("a run by hand is accepted", () => AskAsync("noter"), TimeSpan.FromSeconds(60));
        await EndedAsync("noter", "manual");
        await Eventually.IsTrueAsync("the watcher's trigger counts", async () => (await Kubectl.RunAsync(_product.Kubeconfig, "get", "legatoragent", "watcher", "-n", _namespace, "-o", "jsonpath={.status.triggersSince}")).Length > 5, TimeSpan.FromSeconds(60));
        await Kubectl.ApplyAsync(_product.Kubeconfig, RightsManifests.Happening(_namespace, TimeProvider.System.GetUtcNow().AddSeconds(1)));
        await EndedAsync("watcher", null);
        await UsedAsync("Legator.Operator", "operator-triggers.yaml");
        await UsedAsync("Legator.Runner", "runner-base.yaml");
        await UsedAsync("Legator.Web", "web-webhooks.yaml");
        _asked.Keys.Where(asked => asked.Refused).Select(asked => $"{asked.Service}: {asked.Right.Verb} {asked.Right.Resource}").ShouldBeEmpty();
    }

    private string ConfigOf(string service) => Path.Combine(_folder.FullName, service);

    private void Seen(string service, HttpRequest request, int status)
    {
        if (Right.Of(request.Method, request.Path, request.Query["watch"] == "true" || request.Query["watch"] == "1") is { } right)
        {
            _asked[(service, right, status == 403)] = 1;
        }
    }

    private Task UsedAsync(string service, string file) => Eventually.BecomesAsync(
        $"{service} has used every right of {file}",
        () => Task.FromResult(string.Join(", ", ShippedRights.Of(file).Where(right => !_asked.ContainsKey((service, right, false))).Select(right => $"{right.Resource} {right.Verb}").Except(NotInThisWork))),
        unused => unused.Length == 0,
        TimeSpan.FromSeconds(60));

    private async Task<HttpStatusCode> CallAsync(WebhookCaller caller)
    {
        try
        {
            return await caller.TryAsync(_product.Url, _namespace, """{"status":"firing"}""", Guid.CreateVersion7().ToString());
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }

    private Task EndedAsync(string agent, string? trigger) => Eventually.BecomesAsync(
        $"a run of {agent} has succeeded",
        async () => string.Join(", ", (await _product.RunsAsync(agent)).Where(run => trigger is null || run.Trigger == trigger).Select(run => run.Phase)),
        phases => phases.Contains("Succeeded", StringComparison.Ordinal),
        TimeSpan.FromSeconds(90));

    private async Task<bool> AskAsync(string agent)
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{ApiPaths.AgentRun(agent)}?namespace={_namespace}"), new StringContent("{}", null, "application/json"));
        return answer.IsSuccessStatusCode;
    }
}
