using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Tests.Guardrails;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes;

public sealed class KubernetesClassifierTests
{
    [Theory]
    [InlineData("get", "pods", RiskTier.Read)]
    [InlineData("describe", "deploy", RiskTier.Read)]
    [InlineData("logs", "po", RiskTier.Read)]
    [InlineData("rollout-status", "ds", RiskTier.Read)]
    [InlineData("restart", "deployment", RiskTier.ServiceMutation)]
    [InlineData("restart", "sts", RiskTier.ServiceMutation)]
    [InlineData("restart", "pods", RiskTier.DestructiveMutation)]
    [InlineData("delete", "pods", RiskTier.DestructiveMutation)]
    [InlineData("delete", "deployments.apps", RiskTier.DestructiveMutation)]
    [InlineData("delete", "pvc", RiskTier.DataMutation)]
    [InlineData("delete", "PersistentVolume", RiskTier.DataMutation)]
    [InlineData("delete", "namespaces", RiskTier.DataMutation)]
    [InlineData("delete", "statefulset", RiskTier.DataMutation)]
    [InlineData("delete", "crds", RiskTier.DataMutation)]
    [InlineData("delete", "secrets", RiskTier.DataMutation)]
    [InlineData("shrink", "pods", RiskTier.DataMutation)]
    public void Classify_KnownKind_HasTier(string verb, string kind, RiskTier tier) => Calls.Kube(verb, kind).Tier.ShouldBe(tier);

    [Theory]
    [InlineData("postgresql.cnpg.io", "clusters", "Cluster")]
    [InlineData("postgresql.cnpg.io", "poolers", "Pooler")]
    [InlineData("postgresql.cnpg.io", "scheduledbackups", "ScheduledBackup")]
    [InlineData("velero.io", "backups", "Backup")]
    [InlineData("acid.zalan.do", "postgresqls", "postgresql")]
    [InlineData("databases.spotahome.com", "redisfailovers", "RedisFailover")]
    [InlineData("rds.aws.upbound.io", "instances", "Instance")]
    [InlineData("kafka.strimzi.io", "kafkas", "Kafka")]
    [InlineData("example.com", "mysqlclusters", "MysqlCluster")]
    [InlineData("example.com", "buckets", "Bucket")]
    public void Classify_DeleteOfADatabaseOperatorsKind_IsDataMutation(string group, string plural, string kind) =>
        Calls.Kube("delete", new KubernetesKind(group, plural, kind)).Tier.ShouldBe(RiskTier.DataMutation);

    [Theory]
    [InlineData("deploy", 3, RiskTier.ServiceMutation)]
    [InlineData("deploy", 0, RiskTier.DestructiveMutation)]
    [InlineData("sts", 3, RiskTier.DestructiveMutation)]
    [InlineData("sts", 0, RiskTier.DestructiveMutation)]
    [InlineData("deploy", null, RiskTier.DataMutation)]
    [InlineData("deploy", -1, RiskTier.DataMutation)]
    public void Classify_Scale_DependsOnKindAndNumber(string kind, int? replicas, RiskTier tier) =>
        Calls.Kube("scale", kind, replicas: replicas).Tier.ShouldBe(tier);

    [Fact]
    public void Classify_GroupThatOnlyEndsAlike_IsNoDatabase() =>
        Calls.Kube("delete", new KubernetesKind("notcnpg.io", "widgets", "Widget")).Tier.ShouldBe(RiskTier.DestructiveMutation);

    [Fact]
    public void Classify_Secret_IsGuarded()
    {
        Calls.Kube("get", "secrets").Guarded.ShouldBeTrue();
        Calls.Kube("get", "configmaps").Guarded.ShouldBeFalse();
    }

    [Fact]
    public void Classify_Target_IsCanonicalWhateverAliasWasUsed()
    {
        foreach (var alias in new[] { "deploy", "Deployment", "DEPLOYMENTS", "deployments.apps", "deployment.apps", "deployments.v1.apps" })
        {
            Calls.Kube("get", alias).Target.Text.ShouldBe("deployments.apps/web -n demo");
        }
    }

    [Fact]
    public void Classify_ScaleToZero_CanBeNamedInAPattern() =>
        new Core.Guardrails.ActionPattern("kubectl.scale * --replicas=0").Touches("kubectl.scale", Calls.Kube("scale", "deploy", replicas: 0)).ShouldBeTrue();

    [Fact]
    public void Classify_ClusterWideKind_HasNoNamespace() => Calls.Kube("get", "nodes", "n1", null).Target.Text.ShouldBe("nodes/n1");
}
