using System.Text;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Agents;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Secrets;

/// <summary>What waits for a Secret goes on when the Secret comes. The Operator's clock stands still in these tests, so that nothing is looked at again because of time.</summary>
public abstract class SecretWatchTests(TestCluster cluster) : OperatorTests(cluster)
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Secret_ThatComesAfterItsEnvironment_MakesItAndItsAgentsReady()
    {
        await using var @operator = await StartAsync(time: _time);
        await EnvironmentAsync("late", new CredentialRef { Type = CredentialType.BearerToken, SecretRef = "late-token" });
        await CreateAsync(Samples.Agent(Namespace, "waiting") with { Spec = Samples.Agent(Namespace, "waiting").Spec with { EnvironmentRef = "late" } });
        await AgentBecomesAsync("the agent waits", "waiting", agent => Ready(agent).StartsWith($"False {AgentConditions.EnvironmentNotReady}", StringComparison.Ordinal) && Ready(agent).Contains("there is no Secret 'late-token'", StringComparison.Ordinal));
        await SecretAsync("late-token", "token");
        await AgentBecomesAsync("the agent is ready", "waiting", agent => Ready(agent).StartsWith("True", StringComparison.Ordinal));
        await PhaseAsync("late", EnvironmentPhase.Ready);
    }

    [Fact]
    public async Task Field_ThatIsAddedToASecret_MakesItsEnvironmentReady()
    {
        await SecretAsync("vault-token", "other");
        await using var @operator = await StartAsync(time: _time);
        var vault = new VaultConfig { Address = "https://127.0.0.1:1", AuthMethod = VaultAuthMethod.Token, TokenSecretRef = "vault-token" };
        await Cluster.Client<LegatorEnvironment>().CreateAsync(Samples.Environment(Namespace, "field") with { Spec = new LegatorEnvironmentSpec { Vault = vault } }, default);
        await PhaseAsync("field", EnvironmentPhase.Error);
        var secret = await Cluster.Client<Secret>().GetAsync(Namespace, "vault-token", default);
        await Cluster.Client<Secret>().ReplaceAsync(secret! with { Data = new Dictionary<string, byte[]> { ["token"] = [1] } }, default);
        await PhaseAsync("field", EnvironmentPhase.Ready);
    }

    [Fact]
    public async Task Run_AskedForRightAfterTheSecret_IsNotRefusedForWhatWasMissingBefore()
    {
        await using var @operator = await StartAsync(time: _time);
        await EnvironmentAsync("prompt", new CredentialRef { Type = CredentialType.BearerToken, SecretRef = "prompt-token" });
        await CreateAsync(Samples.Agent(Namespace, "prompt") with { Spec = Samples.Agent(Namespace, "prompt").Spec with { EnvironmentRef = "prompt" } });
        await AgentBecomesAsync("the agent waits", "prompt", agent => Ready(agent).StartsWith("False", StringComparison.Ordinal));
        await AskAsync("prompt", "early");
        var refused = (await RunsBecomeAsync("the early run is there", runs => runs.Count == 1)).Single();
        refused.Spec.Problem.ShouldBe($"LegatorEnvironment 'prompt': spec.credentials.main.secretRef: there is no Secret 'prompt-token' in namespace '{Namespace}': create it, or name one that exists.");
        await SecretAsync("prompt-token", "token");
        await AskAsync("prompt", "late");
        var runs = await RunsBecomeAsync("the late run is there", found => found.Any(run => run.Spec.RequestId == "late"));
        runs.Single(run => run.Spec.RequestId == "late").Spec.Problem.ShouldBeNull();
    }

    private async Task EnvironmentAsync(string name, CredentialRef credential) => await Cluster.Client<LegatorEnvironment>().CreateAsync(
        Samples.Environment(Namespace, name) with { Spec = new LegatorEnvironmentSpec { Credentials = new Dictionary<string, CredentialRef> { ["main"] = credential } } }, default);

    private Task AskAsync(string agent, string nonce) => Cluster.Client<LegatorAgent>().PatchAsync(
        Namespace, agent, new System.Text.Json.Nodes.JsonObject { ["metadata"] = new System.Text.Json.Nodes.JsonObject { ["annotations"] = new System.Text.Json.Nodes.JsonObject { [LegatorApi.RunNowAnnotation] = nonce } } }, default);

    private Task SecretAsync(string name, string field) => Cluster.Client<Secret>().CreateAsync(
        new Secret { Metadata = new ObjectMeta { Name = name, Namespace = Namespace }, Data = new Dictionary<string, byte[]> { [field] = Encoding.UTF8.GetBytes("x") } }, default);

    private Task PhaseAsync(string name, EnvironmentPhase phase) => Eventually.BecomesAsync(
        $"environment {name} is {phase}", async () => (await Cluster.Client<LegatorEnvironment>().GetAsync(Namespace, name, default))?.Status?.Phase, found => found == phase);

    private static string Ready(LegatorAgent agent) => Condition(agent, AgentConditions.Ready) ?? "";
}
