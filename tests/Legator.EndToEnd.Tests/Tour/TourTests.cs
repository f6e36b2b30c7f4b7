using System.Globalization;
using System.Text.RegularExpressions;
using Legator.Backends.Tests.Servers;
using Legator.Core.Api;
using Legator.Core.Guardrails;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Tour;

/// <summary>One run uses every tool against real servers: in the one process of the embedded set, and in the processes of the distributed one.</summary>
public sealed partial class TourTests(TourEstate estate, PostgresServer postgres) : IClassFixture<TourEstate>
{
    // Neither API server of the tests has a kubelet or a metrics server behind it; the tools say so.
    private static readonly string[] NobodyAnswers = ["kubectl.logs", "kubectl.top"];

    [Fact]
    public void Rehearsal_NamesEveryTool()
    {
        var tools = Directory.EnumerateFiles(Path.Combine(ProductBuild.Root, "Legator.Runner", "Tools"), "*Tool.cs", SearchOption.AllDirectories)
            .SelectMany(file => ToolName().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).ToList();
        tools.Count.ShouldBeGreaterThan(30);
        var text = TourManifests.Rehearsal + File.ReadAllText(Path.Combine(ProductBuild.Root, "tests", "Legator.EndToEnd.Tests", "Tour", "tour.yaml"));
        tools.Where(tool => !text.Contains($"tool: {tool},", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EmbeddedSet_OneRun_UsesEveryTool()
    {
        await using var product = new EmbeddedProduct("--no-quickstart") { Settings = estate.Settings };
        await product.StartAsync();
        await Kubectl.ApplyAsync(product.Kubeconfig, TourManifests.Of(estate, "tour"));
        await StartAsync(product.Kubeconfig, "tour");
        var run = await Eventually.BecomesAsync("the tour ends", async () => (await product.RunsAsync("&namespace=tour&agent=guide")).FirstOrDefault(r => r.CompletedAt is not null), r => r is not null, TimeSpan.FromSeconds(120));
        Verify(run!, await product.GetAsync<JournalPage>($"{ApiPaths.Journal(run!.Name)}?namespace=tour&limit=1000"));
        await NoticedAsync(product.Kubeconfig, "tour");
    }

    [Fact]
    public async Task DistributedSet_OneRun_UsesEveryTool()
    {
        var inNamespace = string.Create(CultureInfo.InvariantCulture, $"tour-{Environment.ProcessId}");
        // A queue of its own: runners that share one with another installation take its runs.
        await using var redis = new RedisServer();
        await using var product = new DistributedProduct(redis, postgres, inNamespace);
        await product.StartAsync(estate.Settings);
        await Kubectl.ApplyAsync(product.Kubeconfig, TourManifests.Of(estate, inNamespace));
        await StartAsync(product.Kubeconfig, inNamespace);
        var run = await Eventually.BecomesAsync("the tour ends", async () => (await product.RunsAsync("guide")).FirstOrDefault(r => r.CompletedAt is not null), r => r is not null, TimeSpan.FromSeconds(120));
        Verify(run!, await product.GetAsync<JournalPage>($"{ApiPaths.Journal(run!.Name)}?namespace={inNamespace}&limit=1000"));
        await NoticedAsync(product.Kubeconfig, inNamespace);
    }

    private static Task StartAsync(string kubeconfig, string inNamespace) =>
        Kubectl.RunAsync(kubeconfig, "annotate", "legatoragent", "guide", "-n", inNamespace, "legator.io/run-now=true");

    private void Verify(RunSummary run, JournalPage journal)
    {
        journal.Chain.Verified.ShouldBeTrue(journal.Chain.Problem);
        var events = journal.Events.Select(e => e.Data).ToList();
        var judged = events.OfType<ActionJudged>().ToDictionary(j => j.Seq);
        judged.Values.Where(j => j.Verdict.Outcome != VerdictOutcome.Allow).Select(j => $"{j.Tool}: {j.Verdict.Message}").ShouldBeEmpty();
        events.OfType<ActionCompleted>().Where(c => !c.Succeeded && !NobodyAnswers.Contains(judged[c.Seq].Tool)).Select(c => $"{judged[c.Seq].Tool}: {c.Result}").ShouldBeEmpty();
        run.Phase.ShouldBe("Succeeded", events.OfType<RunFinished>().Single().Message);
        var report = events.OfType<ReportWritten>().Single().Report;
        foreach (var seen in new[] { "site 200", "shipped", "lamp", "Linux", "hello from the tour", "It rests.", "The forms are missing." })
        {
            report.ShouldContain(seen, customMessage: report);
        }

        estate.Vault.Tokens.Leases.ShouldBeEmpty();
        estate.Vault.RunTokens.ShouldBeEmpty();
    }

    /// <summary>A host that nobody knew and a database user that may write are told of where people look.</summary>
    private static Task NoticedAsync(string kubeconfig, string inNamespace) => Eventually.BecomesAsync(
        "the Events of host and database",
        () => Kubectl.RunAsync(kubeconfig, "get", "events", "-n", inNamespace, "-o", "jsonpath={.items[*].reason}"),
        reasons => reasons.Contains("SshHostKeyPinned", StringComparison.Ordinal) && reasons.Contains("DatabaseRoleMayWrite", StringComparison.Ordinal));

    [GeneratedRegex("""override string Name => "([a-z0-9]+\.[a-z-]+)";""")]
    private static partial Regex ToolName();
}
