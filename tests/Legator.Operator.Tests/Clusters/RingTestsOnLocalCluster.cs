namespace Legator.Operator.Tests.Clusters;

public sealed class RingTestsOnLocalCluster(EmbeddedCluster cluster) : RingTests(cluster);
