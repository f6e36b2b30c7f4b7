namespace Legator.Runner.Tests.Tools.Kubernetes;

public sealed class KubectlRollbackOnLocalClusterTests(Cluster cluster) : KubectlRollbackTests(cluster), IClassFixture<Cluster>;
