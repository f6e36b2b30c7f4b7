using System.Net;
using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Approvals;

/// <summary>The agent of examples/agents/approvals in the started product: it waits for a person while everything is killed, and does what was approved once.</summary>
public sealed class ApprovalKillTests : IAsyncLifetime
{
    private readonly EmbeddedProduct _product = new();

    public async ValueTask InitializeAsync()
    {
        await _product.StartAsync();
        await Kubectl.RunAsync(_product.Kubeconfig, "apply", "-n", "agents", "-f", Path.Combine(ProductBuild.Root, "examples", "agents", "approvals"));
    }

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task CarefulHand_EverythingKilledTwiceWhileItWaits_FinishesAfterTheDecisionAndActsOnce()
    {
        var run = await AskForRunAsync();
        var asked = await PendingAsync(run);
        await _product.KillAsync();
        await _product.StartAsync();
        (await PendingAsync(run)).ShouldBe(asked);
        await _product.KillAsync();
        await _product.StartAsync();

        (await PendingAsync(run)).ShouldBe(asked);
        await WriteStatusAsync(asked);
        (await DecideAsync(asked, "approve")).ShouldBe(HttpStatusCode.OK);
        (await DecideAsync(asked, "approve")).ShouldBe(HttpStatusCode.OK);
        (await DecideAsync(asked, "deny")).ShouldBe(HttpStatusCode.Conflict);
        await _product.KillAsync();
        await _product.StartAsync();

        var ended = await Eventually.BecomesAsync("the run ends", () => FindAsync(run), found => found?.CompletedAt is not null, TimeSpan.FromSeconds(60));
        ended!.Phase.ShouldBe("Succeeded", await JournalTextAsync(run));
        await VerifyAsync(run);
    }

    private async Task<string> AskForRunAsync()
    {
        await Eventually.BecomesAsync(
            "the agent is ready", async () => (await _product.GetAsync<AgentList>(ApiPaths.Agents)).Agents.FirstOrDefault(a => a.Name == "careful-hand"), agent => agent?.Phase == "Ready");
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + ApiPaths.AgentRun("careful-hand")), null);
        return JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run;
    }

    private async Task<RunSummary?> FindAsync(string run) => (await _product.RunsAsync("&agent=careful-hand")).FirstOrDefault(r => r.Name == run);

    /// <summary>The name of the one question that waits, once the run waits too.</summary>
    private async Task<string> PendingAsync(string run)
    {
        await Eventually.BecomesAsync("the run waits for a person", () => FindAsync(run), found => found?.Phase == "AwaitingApproval", TimeSpan.FromSeconds(60));
        var waiting = await Eventually.BecomesAsync(
            "one question waits", async () => (await _product.GetAsync<ApprovalList>($"{ApiPaths.Approvals}?phase=Pending")).Approvals, list => list.Count == 1, TimeSpan.FromSeconds(60));
        waiting[0].Run.ShouldBe(run);
        return waiting[0].Name;
    }

    /// <summary>What somebody writes into the object decides nothing.</summary>
    private async Task WriteStatusAsync(string approval)
    {
        await Kubectl.RunAsync(_product.Kubeconfig, "patch", "approvalrequests", approval, "-n", "agents", "--subresource=status", "--type=merge", "-p", """{"status":{"phase":"Denied","decidedBy":"mallory"}}""");
        await Eventually.BecomesAsync(
            "the status says again what the journal says",
            async () => (await _product.GetAsync<ApprovalList>(ApiPaths.Approvals)).Approvals.Single(a => a.Name == approval),
            shown => shown is { Phase: "Pending", DecidedBy: null },
            TimeSpan.FromSeconds(60));
    }

    private async Task<HttpStatusCode> DecideAsync(string approval, string decision)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { decision, reason = "as planned" }, LegatorJson.Options), Encoding.UTF8, "application/json");
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + ApiPaths.Approval(approval)), body);
        return answer.StatusCode;
    }

    private async Task VerifyAsync(string run)
    {
        var journal = await _product.GetAsync<JournalPage>($"{ApiPaths.Journal(run)}?limit=1000");
        journal.Chain.Verified.ShouldBeTrue(journal.Chain.Problem);
        var events = journal.Events.Select(e => e.Data).ToList();
        var scaled = events.OfType<ApprovalRequested>().ShouldHaveSingleItem();
        events.OfType<ApprovalDecided>().ShouldHaveSingleItem().DecidedBy.ShouldBe("operator");
        events.OfType<ActionIntended>().Count(i => i.Seq == scaled.Seq).ShouldBe(1);
        events.OfType<ActionIntended>().Single(i => i.Seq == scaled.Seq).Approval.ShouldBe(scaled.Request);
        (await Kubectl.RunAsync(_product.Kubeconfig, "get", "deployment", "web", "-n", "demo", "-o", "jsonpath={.spec.replicas}")).ShouldBe("3");
    }

    private Task<string> JournalTextAsync(string run) => _product.Api.GetStringAsync(new Uri($"{_product.Url}{ApiPaths.Journal(run)}?limit=1000"));
}
