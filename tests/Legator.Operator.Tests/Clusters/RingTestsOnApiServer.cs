namespace Legator.Operator.Tests.Clusters;

public sealed class RingTestsOnApiServer(RealCluster cluster) : RingTests(cluster);
