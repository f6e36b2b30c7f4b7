using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Approvals;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs;
using Legator.Tests.DeployedAccounts;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Approvals;

/// <summary>What deploy/rbac gives the Operator for approvals is enough to show them and to put them right.</summary>
public sealed class ApprovalRightsTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    // All other rights of the Operator; none of them speaks of ApprovalRequests.
    private const string OtherRights = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: legator-operator-of-tests}
        rules:
          - {apiGroups: ["", coordination.k8s.io], resources: ["*"], verbs: ["*"]}
          - {apiGroups: [legator.io], resources: [agentevents, agentevents/status, legatoragents, legatoragents/status, legatorenvironments, legatorenvironments/status, legatorruns, legatorruns/status], verbs: ["*"]}
          - {apiGroups: [legator.io], resources: [modeltierconfigs, modeltierconfigs/status, userpolicies, userpolicies/status], verbs: ["*"]}
        """;

    private const string OtherBinding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: legator-operator-of-tests}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: legator-operator-of-tests}
        subjects: [{kind: ServiceAccount, namespace: legator-system, name: legator-operator}]
        """;

    [Fact]
    public async Task Role_IsEnoughToShowAndToPutRightAndToRemove()
    {
        using var folder = new TestFolder();
        var account = new DeployedAccount(Cluster.Kubeconfig!, "operator-approvals.yaml");
        await account.WriteAsync(folder.File("kubeconfig"));
        await account.AddAsync("clusterroles", null, Yaml.Parse(OtherRights)!.AsObject());
        await account.AddAsync("clusterrolebindings", null, Yaml.Parse(OtherBinding)!.AsObject());
        await using var @operator = await StartAsync(settings: ("Cluster:Kubeconfig", folder.File("kubeconfig")));
        await CreateAsync(Samples.Agent(Namespace, "web"));
        var run = new RunKey(Namespace, (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0].Metadata.Name!);
        var talk = new ApprovalTalk(Cluster, Namespace);
        var right = CanonicalJson.Sha256(ApprovalRequests.SpecOf(await talk.AskAsync(@operator.Journal, run), "web"));
        await talk.BecomesAsync("the question is shown", r => r.Status?.Phase == ApprovalPhase.Pending);
        await Cluster.Client<ApprovalRequest>().PatchAsync(Namespace, ApprovalTalk.Question, new JsonObject { ["spec"] = new JsonObject { ["context"] = "harmless" } }, default);
        await talk.BecomesAsync("it shows again what the run asks", r => CanonicalJson.Sha256(r.Spec) == right);
        await @operator.Part<ResourceClient<ApprovalRequest>>().DeleteAsync(Namespace, ApprovalTalk.Question, default);
        await talk.BecomesAsync("it is made again", r => r.Status?.Phase == ApprovalPhase.Pending);
    }
}
