using Legator.Core;
using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Clusters;
using Legator.Tests.DeployedAccounts;
using Legator.Tests.NoticeReceivers;

namespace Legator.Operator.Tests.Notifications;

/// <summary>What deploy/rbac gives the Operator for notifications is enough to send them.</summary>
public sealed class NotificationRightsTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    // All other rights of the Operator; none of them reads a Secret or makes an AgentEvent.
    private const string OtherRights = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: legator-operator-of-notification-tests}
        rules:
          - {apiGroups: [""], resources: [configmaps, events, namespaces, serviceaccounts], verbs: ["*"]}
          - {apiGroups: [legator.io], resources: [agentevents], verbs: [get, list, watch]}
          - {apiGroups: [legator.io], resources: [agentevents/status, approvalrequests, approvalrequests/status, legatoragents, legatoragents/status, legatorenvironments, legatorenvironments/status, legatorruns, legatorruns/status], verbs: ["*"]}
          - {apiGroups: [legator.io], resources: [modeltierconfigs, modeltierconfigs/status, userpolicies, userpolicies/status], verbs: ["*"]}
        """;

    private const string OtherBinding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: legator-operator-of-notification-tests}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: legator-operator-of-notification-tests}
        subjects: [{kind: ServiceAccount, namespace: legator-system, name: legator-operator}]
        """;

    [Fact]
    public async Task Role_IsEnoughToReadWhatChannelsNeedAndToTellAgents()
    {
        using var folder = new TestFolder();
        var account = new DeployedAccount(Cluster.Kubeconfig!, "operator-notifications.yaml");
        await account.WriteAsync(folder.File("kubeconfig"));
        await account.AddAsync("clusterroles", null, Yaml.Parse(OtherRights)!.AsObject());
        await account.AddAsync("clusterrolebindings", null, Yaml.Parse(OtherBinding)!.AsObject());
        await using var receiver = await HttpReceiver.StartAsync();
        var estate = new NoticeEstate(Cluster, Namespace);
        await estate.ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString(), ("secret", "k"));
        await estate.ChannelAsync("helper", ChannelType.Agent, "triage");
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Cluster:Kubeconfig", folder.File("kubeconfig"))));
        var told = await estate.RunAsync("web", new ReportingSpec { OnSuccess = ReportingAction.Notify });
        await NoticeEstate.PlayAsync(@operator.Journal, told, NoticeEstate.Ending());
        var escalated = await estate.RunAsync("other", escalation: new EscalationSpec { Target = EscalationTarget.Channel, ChannelName = "helper" });
        await NoticeEstate.PlayAsync(@operator.Journal, escalated, [NoticeEstate.Ending()[0], .. NoticeEstate.Refusal()]);
        await NoticeEstate.OutboxBecomesAsync(@operator, "both are delivered", all => all.Count(entry => entry.State == OutboxState.Delivered) == 2);
    }
}
