using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.ClusterEvents;

public sealed class ClusterEventTestsOnApiServer(RealCluster cluster) : ClusterEventTests(cluster);
