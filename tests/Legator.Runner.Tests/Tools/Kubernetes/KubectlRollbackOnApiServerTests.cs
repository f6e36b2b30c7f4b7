namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlRollbackOnApiServerTests(NamedCluster cluster) : KubectlRollbackTests(cluster), IClassFixture<NamedCluster>;
