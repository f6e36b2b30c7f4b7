using Legator.Core.Guardrails;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

/// <summary>An environment with a kubeconfig works on that cluster, and on no other.</summary>
public abstract class RemoteClusterTests
{
    private readonly Cluster _home;
    private readonly Cluster _other;
    private readonly ToolGate _gate;

    protected RemoteClusterTests(Cluster home, Cluster other)
    {
        Assert.SkipUnless(other.IsThere, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        (_home, _other, _gate) = (home, other, Gates.Create(home));
    }

    private string Admin => File.ReadAllText(_other.KubeconfigPath);

    [Fact]
    public async Task Kubeconfig_OfTheEnvironment_LeadsToItsCluster()
    {
        await _home.KubeconfigAsync("other", Admin);
        var scope = await _home.ScopeAsync("traveller", null, ClusterRights.Kubeconfig("other"));
        (await _gate.RunAsync("kubectl.list", new { resource = "deployments", @namespace = _other.Demo }, scope)).Text.ShouldContain("web");
        (await _gate.RunAsync("kubectl.list", new { resource = "deployments", @namespace = _home.Demo }, scope)).Text.ShouldBe($"No deployments in namespace {_home.Demo}.");
        (await _gate.RunAsync("kubectl.scale", new { resource = "deploy", name = "web", @namespace = _other.Demo, replicas = 5 }, scope)).Succeeded.ShouldBeTrue();
        ((int)(await _other.FindAsync("deployments", _other.Demo, "web"))!["spec"]!["replicas"]!).ShouldBe(5);
        ((int)(await _home.FindAsync("deployments", _home.Demo, "web"))!["spec"]!["replicas"]!).ShouldBe(3);
        await scope.Resources.DisposeAsync();
    }

    [Fact]
    public async Task Kubeconfig_WithAnAccountOfTheAgent_ActsAsThatAccountOverThere()
    {
        var account = $"guest-{_other.Demo}";
        await _other.AccountAsync(account);
        await _other.GrantAsync(account, ["pods"], ["list"]);
        await _home.KubeconfigAsync("other-as-guest", Admin);
        var scope = await _home.ScopeAsync("guest", account, ClusterRights.Kubeconfig("other-as-guest"));
        (await _gate.RunAsync("kubectl.list", new { resource = "pods", @namespace = _other.Demo }, scope)).Text.ShouldContain("web-1");
        (await _gate.RunAsync("kubectl.list", new { resource = "configmaps", @namespace = _other.Demo }, scope)).Text.ShouldContain($"does not let ServiceAccount agents/{account} do this");
        await scope.Resources.DisposeAsync();
    }

    [Theory]
    [InlineData("missing", null, "Secret 'missing' is not in namespace 'agents'")]
    [InlineData("program", "users: [{name: u, user: {exec: {command: touch, args: [x]}}}]", "runs a program (exec)")]
    [InlineData("file", "users: [{name: u, user: {tokenFile: /etc/passwd}}]", "names a file (tokenFile)")]
    [InlineData("key", "users: [{name: u, user: {client-certificate-data: Zm9v, client-key-data: c2VjcmV0LWtleS12YWx1ZQ==}}]", "are no certificate and its key")]
    [InlineData("odd", "users: [{name: u, user: {as: system:admin}}]", "is not supported (as)")]
    public async Task Kubeconfig_ThatCannotBeUsed_NeverFallsBackToTheOwnCluster(string secret, string? users, string because)
    {
        if (users is not null)
        {
            await _home.KubeconfigAsync(secret, $"current-context: c\ncontexts: [{{name: c, context: {{cluster: k, user: u}}}}]\nclusters: [{{name: k, cluster: {{server: 'https://127.0.0.1:1'}}}}]\n{users}\n");
        }

        var judgement = await _gate.JudgeAsync("kubectl.list", new { resource = "pods", @namespace = "demo" }, await _home.ScopeAsync("lost", null, ClusterRights.Kubeconfig(secret)));
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.Unclassifiable);
        judgement.Verdict.Message.ShouldContain(because);
        judgement.Verdict.Message.ShouldNotContain("c2VjcmV0");
    }

    [Fact]
    public async Task Cluster_ThatDoesNotAnswer_IsSaidSo()
    {
        await _home.KubeconfigAsync("silent", "current-context: c\ncontexts: [{name: c, context: {cluster: k, user: u}}]\nclusters: [{name: k, cluster: {server: 'https://127.0.0.1:1'}}]\nusers: [{name: u, user: {token: canary-token-5511}}]\n");
        var scope = await _home.ScopeAsync("waiting", null, ClusterRights.Kubeconfig("silent"));
        var judgement = await _gate.JudgeAsync("kubectl.list", new { resource = "pods", @namespace = "demo" }, scope);
        judgement.Verdict.Message.ShouldContain("cannot be reached");
        scope.Redactor.Redact("canary-token-5511").ShouldBe("[REDACTED]");
        await scope.Resources.DisposeAsync();
    }
}
