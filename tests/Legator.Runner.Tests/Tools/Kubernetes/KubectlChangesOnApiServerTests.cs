namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlChangesOnApiServerTests(NamedCluster cluster) : KubectlChangesTests(cluster), IClassFixture<NamedCluster>;
