using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Control;

public sealed class LeadershipTestsOnLocalCluster(EmbeddedCluster cluster) : LeadershipTests(cluster);
