using System.Net;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Approvals;

/// <summary>
/// Approvals where Operators, Runners and the API are processes of their own, on a real API server, Redis and PostgreSQL. What was done is counted where it
/// is done: at a web site and in the cluster.
/// </summary>
public sealed class DistributedApprovalTests(ApprovalFleet fleet) : IClassFixture<ApprovalFleet>, IAsyncLifetime
{
    private DistributedProduct Product => fleet.Product;

    private ApprovalDesk Desk => fleet.Desk;

    /// <summary>Whatever another test killed runs again.</summary>
    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(fleet.Product.Kubeconfig.Length == 0, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        await fleet.Product.ResumeAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EverythingKilledTwice_WithRedisAndDatabase_FinishesAfterTheDecisionAndActsOnce()
    {
        var (post, scale) = (await Desk.RunAsync("patient"), await Desk.RunAsync("grower"));
        var (asked, other) = (await Desk.PendingAsync("patient"), await Desk.PendingAsync("grower"));
        for (var kill = 0; kill < 2; kill++)
        {
            await Product.KillAsync();
            await fleet.Redis.RestartEmptyAsync();
            await fleet.Postgres.CrashAndRestartAsync();
            await Product.ResumeAsync();
            (await Desk.PendingAsync("patient")).Name.ShouldBe(asked.Name);
            (await Desk.PendingAsync("grower")).Name.ShouldBe(other.Name);
        }

        Posts("/patient").ShouldBe(0);
        (await Desk.CommandAsync("list")).ShouldContain(asked.Name);
        (await Desk.CommandAsync("approve", asked.Name, "--reason", "after lunch")).ShouldContain("approved by");
        (await Desk.DecideAsync(other.Name, "approve")).Status.ShouldBe(HttpStatusCode.OK);
        var posted = await Desk.EndedAsync("patient", post);
        posted.Run.Phase.ShouldBe("Succeeded", Product.Output);
        posted.Events.OfType<ApprovalDecided>().ShouldHaveSingleItem().Reason.ShouldBe("after lunch");
        Posts("/patient").ShouldBe(1);
        (await Desk.EndedAsync("grower", scale)).Run.Phase.ShouldBe("Succeeded", Product.Output);
        (await ReadAsync("shop", "{.spec.replicas}/{.metadata.generation}")).ShouldBe("3/2");
    }

    [Fact]
    public async Task WhileNoRunnerIsThere_DecisionsExpiryAndDriftAllCount()
    {
        string[] agents = ["poster", "contested", "scaler", "remover", "hurried"];
        var runs = new Dictionary<string, string>();
        foreach (var agent in agents)
        {
            runs[agent] = await Desk.RunAsync(agent);
        }

        var asked = new Dictionary<string, string>();
        foreach (var agent in agents[..4])
        {
            asked[agent] = (await Desk.PendingAsync(agent)).Name;
        }

        await Product.KillRunnersAsync();
        (await Desk.DecideAsync(asked["poster"], "approve")).Status.ShouldBe(HttpStatusCode.OK);
        await ContestAsync(asked["contested"]);
        (await Desk.DecideAsync(asked["scaler"], "approve")).Status.ShouldBe(HttpStatusCode.OK);
        await Kubectl.RunAsync(Product.Kubeconfig, "patch", "deployment", "web", "-n", fleet.Namespace, "--type=merge", "-p", """{"spec":{"replicas":2}}""");
        await ConfirmAsync(asked["remover"]);
        Product.StartRunners();

        (await Desk.EndedAsync("poster", runs["poster"])).Run.Phase.ShouldBe("Succeeded", Product.Output);
        Posts("/poster").ShouldBe(1);
        await AskedAgainAsync(asked["scaler"], runs["scaler"]);
        (await Desk.EndedAsync("remover", runs["remover"])).Run.Phase.ShouldBe("Succeeded", Product.Output);
        (await ReadAsync("old", "{.metadata.name}", "--ignore-not-found")).ShouldBeEmpty();
        var late = await Desk.EndedAsync("hurried", runs["hurried"]);
        late.Events.OfType<ApprovalExpired>().ShouldHaveSingleItem();
        Posts("/hurried").ShouldBe(0);
        var contested = await Desk.EndedAsync("contested", runs["contested"]);
        Posts("/contested").ShouldBe(contested.Events.OfType<ApprovalDecided>().ShouldHaveSingleItem().Approved ? 1 : 0);
    }

    [Fact]
    public async Task PlanFirstAndEveryAction_DoWhatWasApprovedAndNothingElse()
    {
        var (plan, each) = (await Desk.RunAsync("planner"), await Desk.RunAsync("strict"));
        var asked = await Desk.PendingAsync("planner");
        asked.Tool.ShouldBe("plan.submit");
        (await Desk.DetailAsync(asked.Name)).DryRun!.ShouldContain("2. http.post");
        var one = await Desk.PendingAsync("strict");
        one.Tool.ShouldBe("http.post");
        (await Desk.DecideAsync(asked.Name, "approve")).Status.ShouldBe(HttpStatusCode.OK);
        (await Desk.DecideAsync(one.Name, "deny", reason: "not today")).Status.ShouldBe(HttpStatusCode.OK);

        var planned = await Desk.EndedAsync("planner", plan);
        planned.Events.OfType<ApprovalRequested>().ShouldHaveSingleItem();
        (Posts("/plan-1"), Posts("/plan-2"), Posts("/plan-3")).ShouldBe((1, 1, 0));
        var refused = await Desk.EndedAsync("strict", each);
        refused.Events.OfType<ReportWritten>().Single().Report.ShouldContain("not today");
        refused.Events.OfType<ApprovalRequested>().ShouldHaveSingleItem();
        Posts("/strict").ShouldBe(0);
    }

    private int Posts(string path) => fleet.Site.Requests.Count(r => r.Method == "POST" && r.Target == path);

    private Task<string> ReadAsync(string deployment, string path, params string[] more) =>
        Kubectl.RunAsync(Product.Kubeconfig, ["get", "deployment", deployment, "-n", fleet.Namespace, "-o", $"jsonpath={path}", .. more]);

    /// <summary>Ten people decide at once, half of them yes: one decision counts, and who had the same one before hears it again.</summary>
    private async Task ContestAsync(string approval)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Desk.DecideAsync(approval, i % 2 == 0 ? "approve" : "deny")));
        var statuses = answers.Select((answer, i) => (Yes: i % 2 == 0, answer.Status)).ToList();
        statuses.ShouldAllBe(s => s.Status == HttpStatusCode.OK || s.Status == HttpStatusCode.Conflict);
        statuses.Where(s => s.Status == HttpStatusCode.OK).Select(s => s.Yes).Distinct().Count().ShouldBe(1);
    }

    /// <summary>What destroys has to be typed, and the text is another one for each question.</summary>
    private async Task ConfirmAsync(string approval)
    {
        var detail = await Desk.DetailAsync(approval);
        detail.DryRun.ShouldNotBeNull(detail.DryRunUnavailable);
        (await Desk.DecideAsync(approval, "approve")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Desk.DecideAsync(approval, "approve", typed: "confirm-00000000")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Desk.CommandAsync("approve", approval, "--confirm", detail.Confirmation!)).ShouldContain("approved by");
    }

    /// <summary>Somebody changed what the approval was about: the same question comes again and says so. A no to it is a no.</summary>
    private async Task AskedAgainAsync(string before, string run)
    {
        var again = await Desk.PendingAsync("scaler", before);
        again.Context!.ShouldContain("changed");
        (await Desk.DetailAsync(again.Name)).DryRun!.ShouldContain("replicas");
        (await Desk.DecideAsync(again.Name, "deny")).Status.ShouldBe(HttpStatusCode.OK);
        await Desk.EndedAsync("scaler", run);
        (await ReadAsync("web", "{.spec.replicas}")).ShouldBe("2");
    }
}
