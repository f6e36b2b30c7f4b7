namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlReadsOnApiServerTests(NamedCluster cluster) : KubectlReadsTests(cluster), IClassFixture<NamedCluster>;
