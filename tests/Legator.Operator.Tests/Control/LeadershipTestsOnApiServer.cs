using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Control;

public sealed class LeadershipTestsOnApiServer(RealCluster cluster) : LeadershipTests(cluster);
