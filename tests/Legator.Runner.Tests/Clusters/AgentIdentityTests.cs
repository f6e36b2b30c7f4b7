using Legator.Core.Guardrails;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

/// <summary>The cluster itself limits each agent apart.</summary>
public abstract class AgentIdentityTests
{
    private readonly Cluster _cluster;
    private readonly ToolGate _gate;

    protected AgentIdentityTests(Cluster cluster)
    {
        Assert.SkipUnless(cluster.IsThere, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _cluster = cluster;
        _gate = Gates.Create(cluster);
    }

    private string Demo => _cluster.Demo;

    [Fact]
    public async Task TwoAgents_WithARoleEach_DoOnlyWhatTheirOwnAllows()
    {
        var (pods, maps) = (Named("pods"), Named("maps"));
        await _cluster.AccountAsync(pods);
        await _cluster.AccountAsync(maps);
        await _cluster.GrantAsync(pods, ["pods"], ["get", "list"]);
        await _cluster.GrantAsync(maps, ["configmaps"], ["get", "list", "patch", "create"]);
        (await ListAsync("pods", pods)).Text.ShouldContain("web-1");
        (await ListAsync("configmaps", maps)).Succeeded.ShouldBeTrue();
        await RefusedAsync(await ListAsync("configmaps", pods), pods);
        await RefusedAsync(await ListAsync("pods", maps), maps);

        const string manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: written-by-one}\ndata: {a: b}\n";
        await RefusedAsync(await RunAsync("kubectl.apply", new { manifest, @namespace = Demo }, pods), pods);
        (await RunAsync("kubectl.apply", new { manifest, @namespace = Demo }, maps)).Succeeded.ShouldBeTrue();
        await RefusedAsync(await RunAsync("kubectl.delete", new { resource = "cm", name = "written-by-one", @namespace = Demo }, maps), maps);
    }

    [Fact]
    public async Task AccountThatNobodyMade_IsRefusedEvenWhereItsNameHasRights()
    {
        var name = Named("nobody");
        await _cluster.GrantAsync(name, ["pods"], ["get", "list"]);
        var judgement = await _gate.JudgeAsync("kubectl.list", new { resource = "pods", @namespace = Demo }, await _cluster.ScopeAsync(name));
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.Unclassifiable);
        judgement.Verdict.Message.ShouldContain($"ServiceAccount agents/{name}, which does not exist");
        judgement.Verdict.Message.ShouldContain($"kubectl create serviceaccount {name} -n agents");
    }

    [Fact]
    public async Task AccountOfAnotherName_IsTheOneThatTheAgentNames()
    {
        var (agent, account) = (Named("agent"), Named("account"));
        await _cluster.AccountAsync(account);
        await _cluster.GrantAsync(account, ["pods"], ["list"]);
        var scope = await _cluster.ScopeAsync(agent, account);
        (await _gate.RunAsync("kubectl.list", new { resource = "pods", @namespace = Demo }, scope)).Text.ShouldContain("web-1");
    }

    [Fact]
    public async Task AccountWithoutRights_MayAskWhatKindsThereAre()
    {
        var name = Named("fresh");
        await _cluster.AccountAsync(name);
        (await RunAsync("kubectl.api-resources", new { apiGroup = "apps" }, name)).Text.ShouldContain("deployments");
        (await RunAsync("kubectl.explain", new { resource = "pod" }, name)).Succeeded.ShouldBeTrue();
        await RefusedAsync(await RunAsync("kubectl.get", new { resource = "nodes" }, name), name);
    }

    private static Task RefusedAsync(ToolResult result, string account)
    {
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain($"does not let ServiceAccount agents/{account} do this");
        result.Text.ShouldContain("forbidden");
        return Task.CompletedTask;
    }

    private Task<ToolResult> ListAsync(string kind, string agent) => RunAsync("kubectl.list", new { resource = kind, @namespace = Demo }, agent);

    private async Task<ToolResult> RunAsync(string tool, object arguments, string agent) => await _gate.RunAsync(tool, arguments, await _cluster.ScopeAsync(agent));

    // The accounts of all tests stand in one namespace.
    private string Named(string role) => $"{role}-{Demo}";
}
