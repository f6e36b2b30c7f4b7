using System.Text.Json.Nodes;
using Legator.Core.Approvals;
using Legator.Core.Audit;
using Legator.Core.Resources;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Approvals;

/// <summary>An ApprovalRequest shows what the journal says, whatever somebody writes into it.</summary>
public abstract class ApprovalViewTests(TestCluster cluster) : OperatorTests(cluster)
{
    private ApprovalTalk Talk => field ??= new ApprovalTalk(Cluster, Namespace);

    [Fact]
    public async Task Question_InTheJournal_IsShownWithAllThatItSays()
    {
        await using var @operator = await StartAsync();
        var (run, asked) = await AskedAsync(@operator);
        var shown = (await Talk.BecomesAsync("a pending request", r => r.Status?.Phase == ApprovalPhase.Pending))!;
        CanonicalJson.Sha256(shown.Spec).ShouldBe(CanonicalJson.Sha256(ApprovalRequests.SpecOf(asked, "web")));
        (shown.Metadata.Label(LegatorApi.AgentLabel), shown.Metadata.Label(LegatorApi.RunLabel)).ShouldBe(("web", run.Name));
        shown.Metadata.OwnerReferences!.ShouldHaveSingleItem().Name.ShouldBe(run.Name);
        await Talk.NoteAsync("ApprovalRequested", "Normal", run.Name);
    }

    [Theory]
    [InlineData(true, ApprovalPhase.Approved)]
    [InlineData(false, ApprovalPhase.Denied)]
    public async Task Decision_InTheJournal_IsShown(bool yes, ApprovalPhase phase)
    {
        await using var @operator = await StartAsync();
        var (run, asked) = await AskedAsync(@operator);
        await ApprovalTalk.AppendAsync(@operator.Journal, run, new ApprovalDecided(1, ApprovalTalk.Question, asked.Judged.Digest, yes, "operator", "as planned"));
        var status = (await Talk.BecomesAsync($"it is {phase}", r => r.Status?.Phase == phase))!.Status!;
        (status.DecidedBy, status.Reason).ShouldBe(("operator", "as planned"));
        status.DecidedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Expiry_OrTheEndOfTheRun_IsShown()
    {
        await using var @operator = await StartAsync();
        var (run, _) = await AskedAsync(@operator);
        await ApprovalTalk.AppendAsync(@operator.Journal, run, new RunFinished("Cancelled", "Cancelled", "Stopped."));
        (await Talk.BecomesAsync("it has expired", r => r.Status?.Phase == ApprovalPhase.Expired))!.Status!.Reason.ShouldBe("The run ended before anybody decided.");
    }

    [Fact]
    public async Task Answer_LongAfterTheEndOfTheRun_IsInTheJournalAlone()
    {
        RunKey run;
        await using (var before = await StartAsync())
        {
            (run, var asked) = await AskedAsync(before);
            await ApprovalTalk.AppendAsync(before.Journal, run, new ApprovalDecided(1, ApprovalTalk.Question, asked.Judged.Digest, false, "operator", "no"));
            await ApprovalTalk.AppendAsync(before.Journal, run, new RunFinished("Failed", "Refused", "Refused."));
            await Talk.BecomesAsync("it is denied", r => r.Status?.Phase == ApprovalPhase.Denied);
            await RunsBecomeAsync("the run is over", runs => runs.Single().Status?.Phase == Core.Resources.Runs.RunPhase.Failed);
        }

        await using var later = await StartAsync(time: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(8)));
        await Eventually.IsTrueAsync("the request is removed", async () => await Cluster.Client<ApprovalRequest>().GetAsync(Namespace, ApprovalTalk.Question, TestContext.Current.CancellationToken) is null);
        (await RunApprovals.ReadAsync(later.Journal, run, TestContext.Current.CancellationToken)).Find(ApprovalTalk.Question)!.Decided!.DecidedBy.ShouldBe("operator");
    }

    [Theory]
    [InlineData("Approved")]
    [InlineData("Denied")]
    public async Task Status_ThatSomebodyWrote_IsTakenBackWithAWarning(string phase)
    {
        await using var @operator = await StartAsync();
        var (run, _) = await AskedAsync(@operator);
        await WriteStatusAsync(phase);
        await Talk.BecomesAsync("it waits again, and nobody decided", r => r.Status is { Phase: ApprovalPhase.Pending, DecidedBy: null });
        await Talk.NoteAsync("ApprovalNotDecided", "Warning", run.Name);
        (await ApprovalTalk.FindAsync(@operator.Journal, run)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Status_WrittenWhileNoOperatorRan_IsTakenBackAtTheNextStart()
    {
        RunKey run;
        await using (var first = await StartAsync())
        {
            (run, _) = await AskedAsync(first);
        }

        await WriteStatusAsync("Approved");
        await using var second = await StartAsync();
        await Talk.BecomesAsync("it waits again", r => r.Status is { Phase: ApprovalPhase.Pending, DecidedBy: null });
        await Talk.NoteAsync("ApprovalNotDecided", "Warning", run.Name);
    }

    [Theory]
    [InlineData("""{"context":"harmless","digest":"other"}""")]
    [InlineData("""{"action":{"target":"nothing"}}""")]
    [InlineData("""{"runName":"another-run"}""")]
    [InlineData("""{"expiresAt":"2099-01-01T00:00:00Z","typedConfirmation":true}""")]
    public async Task Spec_ThatSomebodyChanged_IsPutRightWithAWarning(string change)
    {
        await using var @operator = await StartAsync();
        var (run, asked) = await AskedAsync(@operator);
        var right = CanonicalJson.Sha256(ApprovalRequests.SpecOf(asked, "web"));
        var changed = await Cluster.Client<ApprovalRequest>().PatchAsync(Namespace, ApprovalTalk.Question, new JsonObject { ["spec"] = JsonNode.Parse(change) }, default);
        CanonicalJson.Sha256(changed.Spec).ShouldNotBe(right);
        await Talk.BecomesAsync("it shows again what the run asks", r => CanonicalJson.Sha256(r.Spec) == right && r.Status?.Phase == ApprovalPhase.Pending);
        await Talk.NoteAsync("ApprovalRequestChanged", "Warning", run.Name);
    }

    [Fact]
    public async Task Request_ThatSomebodyDeleted_IsMadeAgain()
    {
        await using var @operator = await StartAsync();
        await AskedAsync(@operator);
        var uid = (await Talk.ShownAsync())!.Metadata.Uid;
        await Cluster.Client<ApprovalRequest>().DeleteAsync(Namespace, ApprovalTalk.Question, default);
        await Talk.BecomesAsync("another object shows the question", r => r.Metadata.Uid != uid && r.Status?.Phase == ApprovalPhase.Pending);
    }

    [Fact]
    public async Task Request_ThatNoRunAskedFor_IsMarked()
    {
        await using var @operator = await StartAsync();
        var (run, asked) = await AskedAsync(@operator);
        await Cluster.Client<ApprovalRequest>().CreateAsync(
            new ApprovalRequest { Metadata = new ObjectMeta { Name = "forged", Namespace = Namespace }, Spec = ApprovalRequests.SpecOf(asked, "web") }, default);
        (await Talk.BecomesAsync("it is marked", r => r.Status?.Phase == ApprovalPhase.Expired, "forged"))!.Status!.Reason.ShouldBe("No run asked for it.");
        (await Talk.ShownAsync())!.Status!.Phase.ShouldBe(ApprovalPhase.Pending);
        (await ApprovalTalk.FindAsync(@operator.Journal, run)).IsOpen.ShouldBeTrue();
    }

    private Task WriteStatusAsync(string phase) => Cluster.Client<ApprovalRequest>().PatchStatusAsync(
        Namespace, ApprovalTalk.Question, new JsonObject { ["status"] = new JsonObject { ["phase"] = phase, ["decidedBy"] = "mallory" } }, default);

    private async Task<(RunKey Run, RunApproval Asked)> AskedAsync(OperatorHost @operator)
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        var run = new RunKey(Namespace, (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0].Metadata.Name!);
        var asked = await Talk.AskAsync(@operator.Journal, run);
        await Talk.BecomesAsync("the question is shown", r => r.Status?.Phase == ApprovalPhase.Pending);
        return (run, asked);
    }
}
