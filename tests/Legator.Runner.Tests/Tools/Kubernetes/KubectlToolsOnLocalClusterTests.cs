namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlToolsOnLocalClusterTests(Cluster cluster) : KubectlToolsTests(cluster), IClassFixture<Cluster>;
