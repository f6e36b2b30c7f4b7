using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.SkillServers;

namespace Legator.EndToEnd.Tests.Approvals;

/// <summary>What people do about approvals of the distributed set: ask for runs, see what waits, decide, and look at what came of it.</summary>
internal sealed class ApprovalDesk(DistributedProduct product, string inNamespace)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(120);

    public string InNamespace => inNamespace;

    public async Task<string> RunAsync(string agent)
    {
        await Eventually.BecomesAsync(
            $"{agent} is ready", async () => (await product.GetAsync<AgentList>($"{ApiPaths.Agents}?namespace={inNamespace}")).Agents.FirstOrDefault(a => a.Name == agent), found => found?.Phase == "Ready", Long);
        using var answer = await product.Api.PostAsync(new Uri($"{ApiPaths.AgentRun(agent)}?namespace={inNamespace}", UriKind.Relative), null);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run;
    }

    /// <summary>The question that an agent's run waits with.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="other">A question that is over, in whose place another one is waited for.</param>
    public async Task<ApprovalSummary> PendingAsync(string agent, string? other = null)
    {
        var waiting = await Eventually.BecomesAsync(
            $"one question of {agent} waits",
            async () => (await product.GetAsync<ApprovalList>($"{ApiPaths.Approvals}?phase=Pending&namespace={inNamespace}&agent={agent}")).Approvals.Where(a => a.Name != other).ToList(),
            list => list.Count == 1,
            Long);
        await Eventually.BecomesAsync($"the run of {agent} shows that it waits", () => FindAsync(agent, waiting[0].Run), run => run?.Phase == "AwaitingApproval", Long);
        return waiting[0];
    }

    public Task<ApprovalDetail> DetailAsync(string approval) => product.GetAsync<ApprovalDetail>($"{ApiPaths.Approval(approval)}?namespace={inNamespace}");

    public async Task<(HttpStatusCode Status, string Text)> DecideAsync(string approval, string decision, string? token = null, string? typed = null, string? reason = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{ApiPaths.Approval(approval)}?namespace={inNamespace}", UriKind.Relative));
        request.Content = new StringContent(JsonSerializer.Serialize(new ApprovalDecisionRequest(decision, reason, typed), LegatorJson.Options), Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? DistributedProduct.Token);
        using var answer = await product.Api.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>By the command line.</summary>
    public Task<string> CommandAsync(params string[] arguments) => ToolRun.OutputAsync(
        "dotnet", Path.GetTempPath(), [ProductBuild.Program("Legator.Cli", "legator"), "approvals", .. arguments, "--api-url", product.Url, "--token", DistributedProduct.Token, "-n", inNamespace]);

    /// <summary>The run's end, and its whole journal, which must verify.</summary>
    public async Task<(RunSummary Run, IReadOnlyList<RunEventData> Events)> EndedAsync(string agent, string run)
    {
        var ended = await Eventually.BecomesAsync($"the run of {agent} ends", () => FindAsync(agent, run), found => found?.CompletedAt is not null, Long);
        var journal = await product.GetAsync<JournalPage>($"{ApiPaths.Journal(run)}?namespace={inNamespace}&limit=1000");
        journal.Chain.Verified.ShouldBeTrue(journal.Chain.Problem);
        var events = journal.Events.Select(e => e.Data).ToList();
        events.OfType<ActionIntended>().Select(i => i.Seq).ShouldBeUnique();
        return (ended!, events);
    }

    private async Task<RunSummary?> FindAsync(string agent, string run) => (await product.RunsAsync(agent)).FirstOrDefault(r => r.Name == run);
}
