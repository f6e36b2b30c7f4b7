using System.Net;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Api;
using Legator.Core.Resources.Approvals;
using Legator.Core.Resources.UserPolicies;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Tests.DeployedAccounts;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>Viewer, operator and whoever no policy names, at a Web that has exactly the rights of deploy/rbac on a real API server: looking, starting runs, undoing, deciding.</summary>
public sealed class WebRolesOnApiServerTests(StartedWebOnRealCluster admin) : IClassFixture<StartedWebOnRealCluster>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-roles-");
    private SecondWeb? web;
    private ActingAs? server;

    private SecondWeb Web => web!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestCluster.RealKubeconfig is null, "No real API server: set LEGATOR_TEST_KUBECONFIG.");
        var path = Path.Combine(folder.FullName, "kubeconfig");
        var account = new DeployedAccount(TestCluster.RealKubeconfig!, "web.yaml");
        await account.ApplyAsync();
        server = await ActingAs.StartAsync(TestCluster.RealKubeconfig!, account.UserName, path);
        web = new SecondWeb(admin, path);
        await web.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            await web.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Roles_LookStartUndoAndDecide_EachAsItsPolicySays()
    {
        var agent = (await admin.Samples.AgentAsync("shared")).Metadata.Name!;
        await admin.Approvals.AskAsync("seen", RiskTier.DestructiveMutation, agent);
        await FinishedAsync("done", agent);
        await Eventually.IsTrueAsync("the Web sees the agent and its runs", async () =>
            (await Web.Client().ReadAsync<StatusReport>($"{ApiPaths.Status}?namespace={admin.Namespace}")).Agents.Total == 1
            && (await Web.Client().ReadAsync<RunList>($"{ApiPaths.Runs}?namespace={admin.Namespace}")).Total == 2);

        // A program that no policy names looks and starts, and does not decide.
        (await TryAsync("seen", agent)).ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.Forbidden]);
        await WithRoleAsync("viewer", async () =>
            (await TryAsync("seen", agent)).ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden]));
        await WithRoleAsync("operator", async () =>
            (await TryAsync("seen", agent)).ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.OK]));
        (await admin.Approvals.FindAsync("seen")).Decided.ShouldNotBeNull().DecidedBy.ShouldBe("visitor");

        // The Web itself writes no approvals, whoever asks it to.
        var refused = await Should.ThrowAsync<ClusterException>(() => Web.Cluster<ApprovalRequest>().PatchStatusAsync(admin.Namespace, "seen", new JsonObject { ["status"] = new JsonObject { ["phase"] = "Approved" } }, CancellationToken.None));
        refused.Message.ShouldContain("forbidden");
    }

    /// <summary>What a chat program gets for: the list, the plan of an undo, a run, an undo, a decision. An undo of what was not to be undone is a conflict for whoever may start one.</summary>
    private async Task<IReadOnlyList<HttpStatusCode>> TryAsync(string approval, string agent)
    {
        await TakenUpAsync(agent);
        using var client = Web.Client(StartedWeb.VisitorToken);
        var undo = $"{ApiPaths.Undo("done")}?namespace={admin.Namespace}";
        var list = (await client.GetAsync($"{ApiPaths.Approvals}?namespace={admin.Namespace}")).StatusCode;
        var plan = (await client.GetAsync(undo)).StatusCode;
        var run = (await client.PostAsync($"{ApiPaths.AgentRun(agent)}?namespace={admin.Namespace}", null)).StatusCode;
        await TakenUpAsync(agent);
        var undone = (await client.PostAsync(undo, null)).StatusCode;
        using var deny = new StringContent("""{"decision":"deny"}""", System.Text.Encoding.UTF8, "application/json");
        return [list, plan, run, undone, (await client.PostAsync(admin.PathOf(approval), deny)).StatusCode];
    }

    /// <summary>As the Operator does once it has seen a request.</summary>
    private Task TakenUpAsync(string agent) => admin.Cluster<Core.Resources.Agents.LegatorAgent>().PatchAsync(
        admin.Namespace, agent, new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [Core.Resources.LegatorApi.RunNowAnnotation] = null } } }, CancellationToken.None);

    /// <summary>A run that is over and changed nothing.</summary>
    private async Task FinishedAsync(string name, string agent)
    {
        var run = await admin.Samples.RunAsync(name, agent);
        await new SampleJournal(admin.Journal, run).AppendAsync(new RunStarted("runner-1", new string('a', 64), "scripted/shop"), new RunFinished("Succeeded", "Completed", "Done."));
    }

    private async Task WithRoleAsync(string role, Func<Task> action)
    {
        var name = $"{admin.Namespace}-{role}";
        var policies = admin.Cluster<UserPolicy>();
        // A visitor is nobody in other tests of the same server, and the namespace is nobody else's.
        var policy = Yaml.Deserialize<UserPolicy>($$"""
            apiVersion: legator.io/v1alpha1
            kind: UserPolicy
            metadata: {name: {{name}}}
            spec: {subjects: [{claim: sub, value: "token:visitor"}], role: {{role}}, scope: {namespaces: ["{{admin.Namespace}}"] } }
            """)!;
        var created = await policies.CreateAsync(policy, CancellationToken.None);
        try
        {
            await policies.PatchStatusAsync(null, name, new JsonObject { ["status"] = new JsonObject { ["ready"] = true, ["observedGeneration"] = created.Metadata.Generation } }, CancellationToken.None);
            var seen = Web.Get<Informer<UserPolicy>>();
            await Eventually.IsTrueAsync($"the Web has seen UserPolicy {name}", () => seen.All.Any(p => p.Metadata.Name == name && p.Status?.Ready == true));
            await action();
        }
        finally
        {
            await policies.DeleteAsync(null, name, CancellationToken.None);
            await Eventually.IsTrueAsync($"the Web has seen UserPolicy {name} go", () => Web.Get<Informer<UserPolicy>>().All.All(p => p.Metadata.Name != name));
        }
    }
}
