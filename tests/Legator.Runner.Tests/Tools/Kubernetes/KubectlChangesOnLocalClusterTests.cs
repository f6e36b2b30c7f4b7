namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlChangesOnLocalClusterTests(Cluster cluster) : KubectlChangesTests(cluster), IClassFixture<Cluster>;
