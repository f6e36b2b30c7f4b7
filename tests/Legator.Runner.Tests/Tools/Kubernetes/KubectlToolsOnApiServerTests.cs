namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlToolsOnApiServerTests(NamedCluster cluster) : KubectlToolsTests(cluster), IClassFixture<NamedCluster>;
