namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlReadsOnLocalClusterTests(Cluster cluster) : KubectlReadsTests(cluster), IClassFixture<Cluster>;
