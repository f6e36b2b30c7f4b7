using System.Collections.Frozen;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Definitions;
using Legator.LocalCluster.Writes.Kinds;

namespace Legator.LocalCluster.Writes;

/// <summary>The behaviours of built-in kinds, by qualified name.</summary>
internal sealed class KindBehaviours(TimeProvider time)
{
    private readonly FrozenDictionary<string, IKindBehaviour> _byName = new Dictionary<string, IKindBehaviour>
    {
        ["namespaces"] = new NamespaceBehaviour(),
        ["secrets"] = new SecretBehaviour(),
        ["configmaps"] = new ConfigMapBehaviour(),
        ["services"] = new ServiceBehaviour(),
        ["pods"] = new PodBehaviour(),
        ["deployments.apps"] = new WorkloadBehaviour("Deployment"),
        ["replicasets.apps"] = new WorkloadBehaviour("ReplicaSet"),
        ["statefulsets.apps"] = new WorkloadBehaviour("StatefulSet"),
        ["daemonsets.apps"] = new WorkloadBehaviour("DaemonSet"),
        ["jobs.batch"] = new JobBehaviour(),
        ["cronjobs.batch"] = new CronJobBehaviour(),
        ["customresourcedefinitions.apiextensions.k8s.io"] = new DefinitionBehaviour(time),
    }.ToFrozenDictionary();

    public IKindBehaviour? For(ResourceKind kind) => _byName.GetValueOrDefault(kind.Collection);
}
