using System.Text;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Environments;

/// <summary>Whether the cluster of an environment's kubeconfig can be used stands in its conditions.</summary>
public abstract class ClusterConditionTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task ClusterThatAnswers_IsReachable()
    {
        await CreateAsync("other", File.ReadAllText(Cluster.Kubeconfig!));
        await using var @operator = await StartAsync();
        var found = await BecomesAsync("other", "ClusterReachable", "True ClusterAnswers: The cluster of the kubeconfig in Secret 'other' answers");
        found.Status!.Phase.ShouldBe(EnvironmentPhase.Ready);
    }

    [Fact]
    public async Task ClusterThatDoesNotAnswer_IsToldAndStopsNothing()
    {
        await CreateAsync("silent", Config("https://127.0.0.1:1", "token: canary-token-8812"));
        await using var @operator = await StartAsync();
        var found = await BecomesAsync("silent", "ClusterReachable", "False ClusterUnreachable: The cluster of the kubeconfig in Secret 'silent' does not answer");
        found.Status!.Phase.ShouldBe(EnvironmentPhase.Ready);
        Condition(found, "ClusterReachable").ShouldNotContain("canary");
    }

    [Fact]
    public async Task KubeconfigThatRunsAProgram_IsNamedAndStopsRuns()
    {
        await CreateAsync("program", Config("https://127.0.0.1:1", "exec: {command: canary-program}"));
        await using var @operator = await StartAsync();
        var found = await BecomesAsync("program", "Ready", "False EnvironmentInvalid: spec.connection.kubeconfig: the kubeconfig in Secret 'program' (field 'kubeconfig') cannot be used: its user runs a program (exec)");
        found.Status!.Phase.ShouldBe(EnvironmentPhase.Error);
        Condition(found, "Ready").ShouldNotContain("canary");
    }

    private static string Config(string server, string user) =>
        $"contexts: [{{name: c, context: {{cluster: k, user: u}}}}]\nclusters: [{{name: k, cluster: {{server: '{server}'}}}}]\nusers: [{{name: u, user: {{{user}}}}}]\n";

    private async Task CreateAsync(string name, string kubeconfig)
    {
        await Cluster.Client<Secret>().CreateAsync(new Secret { Metadata = new ObjectMeta { Name = name, Namespace = Namespace }, Data = new Dictionary<string, byte[]> { ["kubeconfig"] = Encoding.UTF8.GetBytes(kubeconfig) } }, default);
        var spec = new LegatorEnvironmentSpec { Connection = new ConnectionSpec { Kind = ConnectionKind.Kubeconfig, Kubeconfig = new KubeconfigRef { SecretRef = name } } };
        await Cluster.Client<LegatorEnvironment>().CreateAsync(Samples.Environment(Namespace, name) with { Spec = spec }, default);
    }

    private Task<LegatorEnvironment> BecomesAsync(string name, string type, string beginning) => Eventually.BecomesAsync(
        beginning,
        async () => await Cluster.Client<LegatorEnvironment>().GetAsync(Namespace, name, default) ?? throw new InvalidOperationException($"no environment {name}"),
        found => Condition(found, type).StartsWith(beginning, StringComparison.Ordinal));

    private static string Condition(LegatorEnvironment environment, string type) =>
        environment.Status?.Conditions.FirstOrDefault(condition => condition.Type == type) is { } found ? $"{found.Status} {found.Reason}: {found.Message}" : "";
}
