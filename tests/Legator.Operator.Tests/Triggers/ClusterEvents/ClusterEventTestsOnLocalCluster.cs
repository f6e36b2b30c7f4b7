using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.ClusterEvents;

public sealed class ClusterEventTestsOnLocalCluster(EmbeddedCluster cluster) : ClusterEventTests(cluster);
