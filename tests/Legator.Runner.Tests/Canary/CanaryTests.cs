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
public sealed class CanaryTests(EmbeddedCluster cluster, EchoSite echo, SshServer sshd, AwsSite aws, PostgresServer postgres)
    : IClassFixture<EmbeddedCluster>, IClassFixture<EchoSite>, IClassFixture<SshServer>, IClassFixture<AwsSite>
{
    private const int CallsAtOnce = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("legator-canary-").FullName;
    private readonly LogCollector _logs = new();

    [Fact]
    public async Task Secrets_OfEveryCredential_AreNowhere()
    {
        await using var vault = await VaultServer.StartAsync();
        var site = new CanarySite(cluster, echo, sshd, aws, vault, _folder);
        await site.PrepareAsync(await postgres.NewDatabaseAsync());
        var calls = CanaryCalls.All(site);
        await using var vendor = await FakeVendor.StartAsync([.. Replies(calls), OpenAIReplies.Says($"I know {string.Join(" and ", site.Secrets.Values)}.")]);
        await using var lines = new CommandLines();
        using var spans = new SpanCollector();
        IReadOnlyList<RunEvent> events;
        string objects;
        using (var host = RunnerHost.Build(cluster, _folder, "r1", builder => builder.Logging.AddProvider(_logs).SetMinimumLevel(LogLevel.Trace)))
        {
            var tools = host.Services.GetRequiredService<ToolCatalog>().Declarations.Select(d => d.Name).ToList();
            events = await PlayAsync(host, site.Run(vendor.Address, tools));
            objects = await ObjectsAsync(host);
            EveryToolIsTried(tools, calls, events);
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
        site.Secrets.Concat(Made(vault)).SelectMany(s => Leaks(s.Key, s.Value, written)).ShouldBeEmpty();
        vault.RunTokens.ShouldBeEmpty();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<VendorReply> Replies(IReadOnlyList<CanaryCall> calls) => calls
        .Select((call, index) => ($"c{index}", call.Tool.Replace('.', '_'), JsonSerializer.Serialize(call.Arguments)))
        .Chunk(CallsAtOnce).Select(chunk => OpenAIReplies.Calls(chunk));

    internal static async Task<IReadOnlyList<RunEvent>> PlayAsync(IHost host, LegatorRun run)
    {
        await host.Services.GetRequiredService<ResourceClient<LegatorRun>>().CreateAsync(run, default);
        var key = new RunKey("agents", "canary");
        (await host.Services.GetRequiredService<RunSessions>().RunAsync(key, new SessionStop(default, default))).ShouldBe(SessionEnd.Finished);
        return await host.Services.GetRequiredService<IRunJournal>().ReadAsync(key, 0, 1000, default);
    }

    private static void EveryToolIsTried(IReadOnlyList<string> tools, IReadOnlyList<CanaryCall> calls, IReadOnlyList<RunEvent> events)
    {
        tools.Except(calls.Select(c => c.Tool)).ShouldBeEmpty("These tools have no canary: add a call that works and one that does not to CanaryCalls.");
        var succeeded = events.Select(e => e.Data).OfType<ActionCompleted>().Where(c => c.Succeeded).Select(c => c.Seq).ToHashSet();
        var surprises = calls.Select((call, index) => (call, seq: index + 1)).Where(c => tools.Contains(c.call.Tool) && c.call.Works && !succeeded.Contains(c.seq) && !CanaryCalls.WithoutSuccess.Contains(c.call.Tool));
        surprises.Select(s => $"{s.call.Tool} {JsonSerializer.Serialize(s.call.Arguments)}: {Outcome(events, s.seq)}").ShouldBeEmpty("These calls should have worked.");
        tools.Except(calls.Where((_, i) => succeeded.Contains(i + 1)).Select(c => c.Tool)).Except(CanaryCalls.WithoutSuccess).ShouldBeEmpty("These tools have no call that works.");
        tools.Except(calls.Where((_, i) => !succeeded.Contains(i + 1)).Select(c => c.Tool)).ShouldBeEmpty("These tools have no call that fails.");
    }

    /// <summary>What is searched holds what it should: the credentials were really sent, and what came back of them was marked.</summary>
    private void ItWouldBeSeen(Dictionary<string, string> written, CanarySite site)
    {
        written.Where(w => w.Value.Length < 100).Select(w => w.Key).ShouldBeEmpty();
        var sent = echo.Requests.SelectMany(r => r.Headers.Select(h => $"{h.Value}")).ToList();
        new[] { "bearer", "token", "api", "kv" }.ShouldAllBe(name => sent.Any(s => s.Contains(site.Secrets[name])));
        written["the journal"].Split("[REDACTED]").Length.ShouldBeGreaterThan(20);
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
