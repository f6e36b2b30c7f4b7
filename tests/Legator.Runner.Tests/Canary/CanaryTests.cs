using System.Text;
using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Tools.Aws;
using Legator.Runner.Tests.Tools.Azure;
using Legator.Runner.Tests.Tools.Dns;
using Legator.Runner.Tests.Tools.Http;
using Legator.Runner.Tests.Tools.Ssh;
using Legator.Runner.Tests.Vendors;
using Legator.Runner.Tools;
using Legator.Tests.VaultStandIn;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Canary;

/// <summary>One run uses every tool, with success and without, and afterwards no secret of its environment stands in anything that was written, sent to the model or shown.</summary>
public sealed class CanaryTests(EmbeddedCluster cluster, EchoSite echo, SshServer sshd, AwsSite aws, NameServer names, PostgresServer postgres)
    : IClassFixture<EmbeddedCluster>, IClassFixture<EchoSite>, IClassFixture<SshServer>, IClassFixture<AwsSite>, IClassFixture<NameServer>
{
    private const int CallsAtOnce = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("legator-canary-").FullName;
    private readonly LogCollector _logs = new();

    [Fact]
    public async Task Secrets_OfEveryCredential_AreNowhere()
    {
        await using var vault = await VaultServer.StartAsync();
        await using var azure = await AzureSite.StartAsync();
        await using var other = await CanaryCluster.StartAsync();
        var site = new CanarySite(cluster, echo, sshd, aws, azure, other, vault, _folder);
        await site.PrepareAsync(await postgres.NewDatabaseAsync());
        var (calls, elsewhere) = (CanaryCalls.All(site), CanaryCalls.Elsewhere(site));
        await using var vendor = await FakeVendor.StartAsync([.. Replies(calls), Confession(site.Secrets.Where(s => s.Key != "kubeconfig").Select(s => s.Value)), .. Replies(elsewhere), Confession(site.Secrets["kubeconfig"], site.Secrets["basic"], site.Secrets["model"])]);
        await using var lines = new CommandLines();
        using var spans = new SpanCollector();
        List<RunEvent> events = [];
        string objects;
        using (var host = RunnerHost.Build(cluster, _folder, "r1", builder => builder.Logging.AddProvider(_logs).SetMinimumLevel(LogLevel.Trace), ("Runner:Dns:Nameserver", names.Address)))
        {
            var tools = host.Services.GetRequiredService<ToolCatalog>().Declarations.Select(d => d.Name).ToList();
            var here = await PlayAsync(host, site.Run("canary", CanarySite.TaskThatSucceeds, site.Here, vendor.Address, tools));
            var there = await PlayAsync(host, site.Run("canary-elsewhere", CanarySite.TaskThatFails, CanarySite.Elsewhere, vendor.Address, tools));
            events.AddRange([.. here, .. there]);
            objects = await ObjectsAsync(host);
            EveryToolIsTried(tools, [.. Outcomes(calls, here), .. Outcomes(elsewhere, there)]);
        }

        SqliteConnection.ClearAllPools();
        var written = new Dictionary<string, string>
        {
            ["the journal's file"] = string.Concat(Directory.EnumerateFiles(_folder, "journal.db*").Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f)))),
            ["the journal"] = JsonSerializer.Serialize(events, LegatorJson.Options),
            ["the run's status"] = JsonSerializer.Serialize(RunProjection.Of(null, events).Status, LegatorJson.Options),
            ["what the model was asked"] = string.Concat(vendor.Requests.Select(r => r.Body!.ToJsonString())),
            ["the logs"] = string.Join('\n', _logs.Lines),
            ["the spans"] = string.Join('\n', spans.Spans),
            ["the cluster"] = objects,
            ["command lines"] = string.Join('\n', lines.Seen.Keys),
        };
        ItWouldBeSeen(written, site);
        ServersSawThem(site, azure, vault, vendor);
        site.Secrets.Concat(Made(vault)).SelectMany(s => Leaks(s.Key, s.Value, written)).ShouldBeEmpty();
        vault.RunTokens.ShouldBeEmpty();
        Directory.Delete(_folder, recursive: true);
    }

    private static VendorReply Confession(params IEnumerable<string> secrets) => OpenAIReplies.Says($"I know {string.Join(" and ", secrets)}.");

    private static IEnumerable<VendorReply> Replies(IReadOnlyList<CanaryCall> calls) => calls
        .Select((call, index) => ($"c{index}", call.Tool.Replace('.', '_'), JsonSerializer.Serialize(call.Arguments)))
        .Chunk(CallsAtOnce).Select(chunk => OpenAIReplies.Calls(chunk));

    internal static async Task<IReadOnlyList<RunEvent>> PlayAsync(IHost host, LegatorRun run)
    {
        await host.Services.GetRequiredService<ResourceClient<LegatorRun>>().CreateAsync(run, default);
        var key = new RunKey("agents", run.Metadata.Name!);
        (await host.Services.GetRequiredService<RunSessions>().RunAsync(key, new SessionStop(default, default))).ShouldBe(SessionEnd.Finished);
        return await host.Services.GetRequiredService<IRunJournal>().ReadAsync(key, 0, 1000, default);
    }

    private static IEnumerable<(CanaryCall Call, bool Succeeded, string Said)> Outcomes(IReadOnlyList<CanaryCall> calls, IReadOnlyList<RunEvent> events)
    {
        var succeeded = events.Select(e => e.Data).OfType<ActionCompleted>().Where(c => c.Succeeded).Select(c => c.Seq).ToHashSet();
        return calls.Select((call, index) => (call, succeeded.Contains(index + 1), Outcome(events, index + 1)));
    }

    private static void EveryToolIsTried(IReadOnlyList<string> tools, IReadOnlyList<(CanaryCall Call, bool Succeeded, string Said)> outcomes)
    {
        tools.Except(outcomes.Select(o => o.Call.Tool)).ShouldBeEmpty("These tools have no canary: add a call that works and one that does not to CanaryCalls.");
        outcomes.Where(o => o.Call.Works != o.Succeeded).Select(o => $"{o.Call.Tool} {JsonSerializer.Serialize(o.Call.Arguments)}: {o.Said}").ShouldBeEmpty("These calls should have gone the other way.");
        tools.Except([.. outcomes.Where(o => o.Succeeded).Select(o => o.Call.Tool), CanaryCalls.Suspends]).ShouldBeEmpty("These tools have no call that works.");
        tools.Except(outcomes.Where(o => !o.Succeeded).Select(o => o.Call.Tool)).ShouldBeEmpty("These tools have no call that fails.");
    }

    /// <summary>What is searched holds what it should: the credentials were really sent, and what came back of them was marked.</summary>
    private void ItWouldBeSeen(Dictionary<string, string> written, CanarySite site)
    {
        written.Where(w => w.Value.Length < 100).Select(w => w.Key).ShouldBeEmpty();
        written["the journal"].Split("[REDACTED]").Length.ShouldBeGreaterThan(20);
    }

    /// <summary>Each server was shown the secret that was meant for it. Hosts, databases, clusters, AWS and Azure let nobody else in, so there a call that worked says it; the web server answers everybody.</summary>
    private void ServersSawThem(CanarySite site, AzureSite azure, VaultServer vault, FakeVendor vendor)
    {
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" })
        {
            echo.Requests.ShouldContain(r => r.Method == method && r.Headers.Authorization == $"Bearer {site.Secrets["bearer"]}", $"{method} with the token");
        }

        echo.Requests.ShouldContain(r => r.Method == "HEAD" && r.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"ann:{site.Secrets["basic"]}"))}");
        new[] { "token", "api", "kv" }.ShouldAllBe(name => echo.Requests.Any(r => r.Headers.Any(h => h.Value.ToString().Contains(site.Secrets[name], StringComparison.Ordinal))));
        aws.Calls.ShouldNotBeEmpty();
        azure.Calls.ShouldNotBeEmpty();
        vendor.Requests.ShouldAllBe(r => r.Headers["Authorization"] == $"Bearer {site.Secrets["model"]}");
        vault.Requests.ShouldContain("read database/creds/reader");
        vault.Requests.ShouldContain("update ssh/sign/web");
    }

    private static string Outcome(IReadOnlyList<RunEvent> events, int seq) =>
        events.Select(e => e.Data).OfType<ActionCompleted>().FirstOrDefault(c => c.Seq == seq)?.Result
        ?? events.Select(e => e.Data).OfType<ActionJudged>().FirstOrDefault(c => c.Seq == seq)?.Verdict.Message ?? "never tried";

    /// <summary>What Vault made for the run.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Made(VaultServer vault) =>
        vault.Tokens.Secrets.Select((value, index) => KeyValuePair.Create($"made by Vault {index}", value));

    internal static IEnumerable<string> Leaks(string name, string secret, Dictionary<string, string> written)
    {
        var bytes = Encoding.UTF8.GetBytes(secret.Trim());
        string[] spellings = [secret.Trim(), Convert.ToBase64String(bytes), Uri.EscapeDataString(secret.Trim()), JsonSerializer.Serialize(secret.Trim())[1..^1], Convert.ToHexStringLower(bytes)];
        return written.Where(w => spellings.Any(s => w.Value.Contains(s, StringComparison.Ordinal)))
            .Select(w => $"{name} is in {w.Key}: {Around(w.Value, spellings.First(s => w.Value.Contains(s, StringComparison.Ordinal)))}");
    }

    private static string Around(string text, string found)
    {
        var at = text.IndexOf(found, StringComparison.Ordinal);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + found.Length + 20)];
    }

    /// <summary>All objects of the cluster but Secrets, and but those that hold canaries to be found.</summary>
    internal static async Task<string> ObjectsAsync(IHost host)
    {
        var client = host.Services.GetRequiredService<DynamicClient>();
        var text = new StringBuilder();
        foreach (var resource in (await client.ResourcesAsync(default)).Where(r => r.Verbs.Contains("list") && r.Kind is not ("Secret" or "CustomResourceDefinition")))
        {
            foreach (var item in (await client.ListAsync(resource, null, null, default)).Items.Where(i => (string?)i["metadata"]!["name"] != CanarySite.Planted))
            {
                text.Append(item.ToJsonString()).Append('\n');
            }
        }

        return text.ToString();
    }
}
